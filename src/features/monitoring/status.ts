/** What a published row can say of a priority in a round. */
export const assessedStatuses = ['fully', 'partly', 'not', 'no-data', 'not-assessable'] as const;

export type AssessedStatus = (typeof assessedStatuses)[number];

/**
 * What a page can say: as published, or 'not-assessed' where there is no row (never 'not').
 * The order is that of legends, bars and tables; those inside the denominator come first.
 */
export const statuses = ['fully', 'partly', 'not', 'no-data', 'not-assessed', 'not-assessable'] as const;

export type Status = (typeof statuses)[number];

/** The shape that stands for a status beside its word, so that colour is never alone. */
export type Shape = 'full' | 'half' | 'empty' | 'dashed' | 'none' | 'blank';

const shapes: Readonly<Record<Status, Shape>> = {
  fully: 'full',
  partly: 'half',
  not: 'empty',
  'no-data': 'dashed',
  'not-assessable': 'none',
  'not-assessed': 'blank',
};

export function isAssessedStatus(value: unknown): value is AssessedStatus {
  return assessedStatuses.some((status) => status === value);
}

export function isStatus(value: unknown): value is Status {
  return statuses.some((status) => status === value);
}

/** The status of a priority in a round from its row in force, if there is one. */
export function statusOfRow(row: { status: AssessedStatus } | null | undefined): Status {
  return row?.status ?? 'not-assessed';
}

/** Every priority of the contract counts in the denominator but the ones whose wording cannot be tested. */
export function countsInDenominator(status: Status): boolean {
  return status !== 'not-assessable';
}

export function isAtLeastPartly(status: Status): boolean {
  return status === 'fully' || status === 'partly';
}

export function shapeOf(status: Status): Shape {
  return shapes[status];
}

/** Key of the status's name in messages/. */
export function statusMessageKey(status: Status): `status.${Status}` {
  return `status.${status}`;
}

/** In the order of `statuses`. */
export function compareStatuses(a: Status, b: Status): number {
  return statuses.indexOf(a) - statuses.indexOf(b);
}
