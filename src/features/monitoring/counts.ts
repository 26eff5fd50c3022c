import { statusOfRow, type PublishedStatus, type Status } from './status.ts';

/** Priorities of a contract, a municipality or the network in one round, counted by status in force. */
export interface StatusCounts {
  fully: number;
  partly: number;
  not: number;
  noData: number;
  notAssessable: number;
  /** In the record, but without a status in this round. */
  notAssessed: number;
  /** Of those with a status: under a dispute that is not decided yet. */
  contested: number;
}

export const noCounts: StatusCounts = {
  fully: 0,
  partly: 0,
  not: 0,
  noData: 0,
  notAssessable: 0,
  notAssessed: 0,
  contested: 0,
};

/** Counts of several sets together. */
export function addCounts(sets: readonly StatusCounts[]): StatusCounts {
  return sets.reduce(
    (sum, set) => ({
      fully: sum.fully + set.fully,
      partly: sum.partly + set.partly,
      not: sum.not + set.not,
      noData: sum.noData + set.noData,
      notAssessable: sum.notAssessable + set.notAssessable,
      notAssessed: sum.notAssessed + set.notAssessed,
      contested: sum.contested + set.contested,
    }),
    noCounts,
  );
}

const names = {
  fully: 'fully',
  partly: 'partly',
  not: 'not',
  'no-data': 'noData',
  'not-assessable': 'notAssessable',
  'not-assessed': 'notAssessed',
} as const satisfies Record<Status, keyof StatusCounts>;

/** Counts of the priorities in the record, one entry for each: its row in force, or nothing where it has none. */
export function countStatuses(
  rows: readonly ({ status: PublishedStatus; contested: boolean } | undefined)[],
): StatusCounts {
  const counts = { ...noCounts };
  for (const row of rows) {
    counts[names[statusOfRow(row)]] += 1;
    if (row?.contested) counts.contested += 1;
  }
  return counts;
}
