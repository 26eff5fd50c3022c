import type { MessageKey } from '#i18n/translate.ts';

/** Statuses that a round can publish. A priority without one in a round is `not-assessed`: never the same as `not`. */
export const publishedStatuses = ['fully', 'partly', 'not', 'no-data', 'not-assessable'] as const;

export type PublishedStatus = (typeof publishedStatuses)[number];
export type Status = PublishedStatus | 'not-assessed';

/** In the order of legends, bars and tables: those inside the denominator come first. */
export const statuses: readonly Status[] = [
  'fully',
  'partly',
  'not',
  'no-data',
  'not-assessed',
  'not-assessable',
];

export function isStatus(value: string): value is Status {
  return statuses.some((status) => status === value);
}

/** The status of a priority in a round from its row in force, if there is one. */
export function statusOfRow(row: { status: PublishedStatus } | null | undefined): Status {
  return row?.status ?? 'not-assessed';
}

/** Every priority of the contract counts in the denominator but those whose wording cannot be tested. */
export function countsInDenominator(status: Status): boolean {
  return status !== 'not-assessable';
}

/** The second of the two named indicators; the first is `fully` alone. There is no bare "addressed". */
export function isAtLeastPartly(status: Status): boolean {
  return status === 'fully' || status === 'partly';
}

const keys: Record<Status, MessageKey> = {
  fully: 'status.fully',
  partly: 'status.partly',
  not: 'status.not',
  'no-data': 'status.no-data',
  'not-assessable': 'status.not-assessable',
  'not-assessed': 'status.not-assessed',
};

export function statusKey(status: Status): MessageKey {
  return keys[status];
}

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

export function shapeOf(status: Status): Shape {
  return shapes[status];
}
