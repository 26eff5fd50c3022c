/** The states that a mark can show. The order is the order of legends, bars and tables. */
export const statuses = ['fully', 'partly', 'not', 'no-data', 'not-assessed', 'not-assessable'] as const;

export type Status = (typeof statuses)[number];

/** How many items are in a state: a piece of a bar, of a disc, of a legend. */
export interface StatusCount {
  status: Status;
  count: number;
}

export function totalOf(counts: readonly StatusCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
