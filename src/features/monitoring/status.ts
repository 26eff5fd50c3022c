import type { MessageKey } from '#i18n/translate.ts';

/** Statuses that a round can publish. A priority without one in a round is `not-assessed`: never the same as `not`. */
export const publishedStatuses = ['fully', 'partly', 'not', 'no-data', 'not-assessable'] as const;

export type PublishedStatus = (typeof publishedStatuses)[number];
export type Status = PublishedStatus | 'not-assessed';

/** In the order in which they are shown. */
export const statuses: readonly Status[] = [...publishedStatuses, 'not-assessed'];

export function isStatus(value: string): value is Status {
  return statuses.some((status) => status === value);
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
