import { sql, type Updateable } from 'kysely';
import type { Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { SpeakingOrder } from '../speaking-order.ts';

export async function putFloor(tx: Tx, planId: string, isOpen: boolean): Promise<void> {
  await tx
    .insertInto('floor')
    .values({ plan_id: planId, is_open: isOpen })
    .onConflict((conflict) =>
      conflict.column('plan_id').doUpdateSet({ is_open: isOpen, updated_at: sql`now()` }),
    )
    .execute();
}

export async function putOrder(tx: Tx, planId: string, order: SpeakingOrder): Promise<void> {
  await tx
    .insertInto('floor')
    .values({ plan_id: planId, is_open: false, speaking_order: order })
    .onConflict((conflict) =>
      conflict.column('plan_id').doUpdateSet({ speaking_order: order, updated_at: sql`now()` }),
    )
    .execute();
}

export function holdQuestion(tx: Tx, planId: string, id: string) {
  return tx
    .selectFrom('floor_question')
    .select(['id', 'state'])
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateQuestion(
  tx: Tx,
  planId: string,
  id: string,
  row: Updateable<DB['floor_question']>,
): Promise<void> {
  await tx
    .updateTable('floor_question')
    .set(row)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .execute();
}

/** Whoever supported the one now supports the other: once, also who supported both. */
export async function mergeQuestion(tx: Tx, planId: string, id: string, into: string): Promise<void> {
  await sql`
    INSERT INTO floor_support (plan_id, question_id, supporter)
    SELECT plan_id, ${into}::uuid, supporter FROM floor_support WHERE plan_id = ${planId} AND question_id = ${id}
    ON CONFLICT DO NOTHING`.execute(tx);
  await updateQuestion(tx, planId, id, { state: 'merged', merged_into: into });
}
