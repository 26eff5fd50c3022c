import { sql, type Insertable } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** Two who add a poll at once take different places. */
export async function holdFloor(tx: Tx, planId: string): Promise<void> {
  await tx.selectFrom('floor').select('plan_id').where('plan_id', '=', planId).forNoKeyUpdate().execute();
}

export async function insertPoll(tx: Tx, row: Insertable<DB['floor_poll']>): Promise<void> {
  await tx.insertInto('floor_poll').values(row).execute();
}

export async function insertOptions(
  tx: Tx,
  { planId, pollId, labels }: { planId: string; pollId: string; labels: readonly Localised[] },
): Promise<void> {
  const rows = labels.map((label, index) => ({
    plan_id: planId,
    poll_id: pollId,
    position: index + 1,
    label: JSON.stringify(label),
  }));
  await tx.insertInto('floor_poll_option').values(rows).execute();
}

export function holdPoll(tx: Tx, planId: string, id: string) {
  return tx
    .selectFrom('floor_poll')
    .select(['id', 'state', 'voters'])
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function openPoll(tx: Tx, planId: string, id: string): Promise<void> {
  await tx
    .updateTable('floor_poll')
    .set({ state: 'open' })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .execute();
}

/** From now on nobody, whatever they know, finds out whose an answer is. */
export async function closePoll(
  tx: Tx,
  planId: string,
  id: string,
  electorate: number | null,
): Promise<void> {
  await tx
    .updateTable('floor_poll')
    .set({ state: 'closed', electorate })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('floor_vote')
    .set({ voter: sql`encode(sha256(gen_random_uuid()::text::bytea), 'hex')` })
    .where('plan_id', '=', planId)
    .where('poll_id', '=', id)
    .execute();
}

export async function deletePoll(tx: Tx, planId: string, id: string): Promise<void> {
  await tx.deleteFrom('floor_poll').where('plan_id', '=', planId).where('id', '=', id).execute();
}
