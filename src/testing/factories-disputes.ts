import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

const words = JSON.stringify({ sq: 'Ura nuk u ndërtua', en: 'The bridge was not built' });

/** A dispute of the record, open until it has a decision. */
export async function addDispute(
  db: Db,
  given: Partial<Insertable<DB['dispute']>> & { priority_id: string; round_id: string },
) {
  const id = randomUUID();
  const row = {
    id,
    key: `dispute-${id}`,
    version: 1,
    ground: 'factual-error' as const,
    statement: words,
    received_on: '2028-12-01',
    due_on: '2028-12-22',
    ...given,
  };
  await db.insertInto('dispute').values(row).execute();
  return row;
}

export async function addDisputeDecision(
  db: Db,
  disputeId: string,
  given: Partial<Insertable<DB['dispute_decision']>> = {},
) {
  const id = randomUUID();
  const row = {
    id,
    key: `decision-${id}`,
    dispute_id: disputeId,
    decided_on: '2028-12-20',
    outcome: 'rejected' as const,
    reason: words,
    ...given,
  };
  await db.insertInto('dispute_decision').values(row).execute();
  return row;
}
