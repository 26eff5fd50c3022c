import type { Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { isStatus } from '../status.ts';
import { readPublishedStatus } from './published-status-store.ts';

/**
 * The status in force of a priority in a round, for what the public says of it: residents' views and disputes.
 * `isNewest`: no later round says anything of this priority.
 * @throws not-found
 */
export async function getPublishedStatus(db: Db, priorityKey: string, roundKey: string) {
  const found = await readPublishedStatus(db, priorityKey, roundKey);
  if (!found) throw notFound(`status of ${priorityKey} in ${roundKey}`);
  return { ...found, status: isStatus(found.status) ? found.status : ('not-assessed' as const) };
}

export type StatusInForce = Awaited<ReturnType<typeof getPublishedStatus>>;
