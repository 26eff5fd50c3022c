import { sql, type Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

export async function countUnread(db: Db, planId: string): Promise<number> {
  const { n } = await db
    .selectFrom('floor_question')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('plan_id', '=', planId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return n;
}

/** @returns false where the same form has asked already */
export async function insertQuestion(db: Db, row: Insertable<DB['floor_question']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('floor_question')
    .values(row)
    .onConflict((conflict) => conflict.columns(['plan_id', 'once']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What was asked with a form before. */
export async function readAskedOnce(db: Db, planId: string, once: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('floor_question')
    .select('statement')
    .where('plan_id', '=', planId)
    .where('once', '=', once)
    .executeTakeFirst();
  return found?.statement;
}

/** Once for each supporter; a second time changes nothing. */
export async function insertSupport(
  db: Db,
  planId: string,
  questionId: string,
  supporter: string,
): Promise<void> {
  await db
    .insertInto('floor_support')
    .values({ plan_id: planId, question_id: questionId, supporter })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns false where the poll is not open any more */
export async function putVote(
  db: Db,
  { planId, pollId, voter, choices }: { planId: string; pollId: string; voter: string; choices: number[] },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO floor_vote (plan_id, poll_id, voter, choices)
    SELECT plan_id, id, ${voter}, ${choices}::smallint[] FROM floor_poll
    WHERE plan_id = ${planId} AND id = ${pollId} AND state = 'open' FOR SHARE
    ON CONFLICT (plan_id, poll_id, voter) DO UPDATE SET choices = excluded.choices
    RETURNING voter`.execute(db);
  return rows.length > 0;
}

/** Who waits or speaks already keeps their place. */
export async function insertTurn(db: Db, row: Insertable<DB['floor_turn']>): Promise<void> {
  await db
    .insertInto('floor_turn')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function withdrawTurn(db: Db, planId: string, speaker: string): Promise<void> {
  await db
    .updateTable('floor_turn')
    .set({ state: 'withdrawn' })
    .where('plan_id', '=', planId)
    .where('speaker', '=', speaker)
    .where('state', '=', 'waiting')
    .execute();
}
