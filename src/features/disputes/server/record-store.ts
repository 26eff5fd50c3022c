import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** The disputes of a priority that stand in the record, with what was decided. */
export function readDisputes(db: Db, priorityId: string) {
  return db
    .selectFrom('dispute')
    .leftJoin('dispute_decision as decision', 'decision.dispute_id', 'dispute.id')
    .select([
      'dispute.key',
      'dispute.round_id as roundId',
      'dispute.version',
      'dispute.ground',
      'dispute.statement',
      'dispute.received_on as receivedOn',
      'dispute.due_on as dueOn',
      'decision.decided_on as decidedOn',
      'decision.outcome',
      'decision.reason',
    ])
    .where('dispute.priority_id', '=', priorityId)
    .orderBy('dispute.received_on', 'desc')
    .orderBy('dispute.key', 'desc')
    .execute();
}

/** The number of the next dispute of a status. Two who count it wait for each other. */
export async function nextNumber(tx: Tx, { priorityId, roundId }: { priorityId: string; roundId: string }) {
  await tx.selectFrom('priority').select('id').where('id', '=', priorityId).forNoKeyUpdate().execute();
  const { n } = await tx
    .selectFrom('dispute')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('priority_id', '=', priorityId)
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  return n + 1;
}

export async function insertDispute(tx: Tx, row: Insertable<DB['dispute']>): Promise<void> {
  await tx.insertInto('dispute').values(row).execute();
}

export async function insertDecision(tx: Tx, row: Insertable<DB['dispute_decision']>): Promise<void> {
  await tx.insertInto('dispute_decision').values(row).execute();
}
