import { sql, type Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

function selectQuestion(db: Db, municipalityId: string, planId: string) {
  return db
    .selectFrom('asked_question')
    .leftJoin('field', 'field.id', 'asked_question.field_id')
    .leftJoin('forum_item', 'forum_item.id', 'asked_question.item_id')
    .leftJoin('forum_question', 'forum_question.id', 'asked_question.question_id')
    .select((eb) => [
      'asked_question.id',
      'asked_question.statement',
      'asked_question.language',
      'asked_question.field_id as fieldId',
      'field.name as fieldName',
      'forum_item.position as itemPosition',
      'forum_item.forum_priority_id as forumPriorityId',
      'asked_question.asked',
      'asked_question.state',
      'asked_question.withheld_note as withheldNote',
      'asked_question.votes',
      'asked_question.question_id as questionId',
      'forum_question.position',
      'asked_question.created_at as createdAt',
      eb
        .selectFrom('question_support')
        .whereRef('question_support.municipality_id', '=', 'asked_question.municipality_id')
        .whereRef('question_support.question_id', '=', 'asked_question.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('supports'),
    ])
    .where('asked_question.municipality_id', '=', municipalityId)
    .where('asked_question.forum_id', '=', planId);
}

/** In the order in which they were asked. */
export async function readShownQuestions(db: Db, municipalityId: string, planId: string) {
  const rows = await selectQuestion(db, municipalityId, planId)
    .where('asked_question.state', '=', 'shown')
    .orderBy('asked_question.created_at')
    .orderBy('asked_question.id')
    .execute();
  return rows.map((row) => ({ ...row, supports: row.supports ?? 0 }));
}

/** For the moderator: those of a state, the newest of many waiting ones last. */
export async function readQuestions(
  db: Db,
  {
    municipalityId,
    planId,
    state,
  }: { municipalityId: string; planId: string; state: 'waiting' | 'withheld' },
) {
  const rows = await selectQuestion(db, municipalityId, planId)
    .where('asked_question.state', '=', state)
    .orderBy('asked_question.created_at')
    .orderBy('asked_question.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, supports: row.supports ?? 0 }));
}

export type QuestionRow = Awaited<ReturnType<typeof readQuestions>>[number];

/** @returns false where the same form has asked already */
export async function insertQuestion(db: Db, row: Insertable<DB['asked_question']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('asked_question')
    .values(row)
    .onConflict((conflict) => conflict.columns(['municipality_id', 'forum_id', 'once']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What was asked with a form before. */
export async function readAskedOnce(
  db: Db,
  row: Pick<Insertable<DB['asked_question']>, 'municipality_id' | 'forum_id' | 'once'>,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('asked_question')
    .select('statement')
    .where('municipality_id', '=', row.municipality_id)
    .where('forum_id', '=', row.forum_id)
    .where('once', '=', row.once)
    .executeTakeFirst();
  return found?.statement;
}

export function readQuestion(db: Db, municipalityId: string, id: string) {
  return db
    .selectFrom('asked_question')
    .select(['id', 'forum_id as planId', 'state', 'votes', 'question_id as questionId'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateQuestion(
  db: Db,
  municipalityId: string,
  id: string,
  row: { state?: 'shown' | 'withheld'; withheld_note?: string; votes?: number | null },
): Promise<void> {
  await db
    .updateTable('asked_question')
    .set(row)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Once for each supporter; a second time changes nothing. */
export async function insertSupport(
  db: Db,
  municipalityId: string,
  questionId: string,
  supporter: string,
): Promise<void> {
  await db
    .insertInto('question_support')
    .values({ municipality_id: municipalityId, question_id: questionId, supporter })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Every version, oldest first. */
export function readGivenReplies(db: Db, municipalityId: string, planId: string) {
  return db
    .selectFrom('given_reply')
    .innerJoin('asked_question', (join) =>
      join
        .onRef('asked_question.municipality_id', '=', 'given_reply.municipality_id')
        .onRef('asked_question.id', '=', 'given_reply.question_id'),
    )
    .innerJoin('candidacy', 'candidacy.id', 'given_reply.candidacy_id')
    .innerJoin('forum_seat', (join) =>
      join
        .onRef('forum_seat.candidacy_id', '=', 'candidacy.id')
        .onRef('forum_seat.forum_id', '=', 'asked_question.forum_id'),
    )
    .leftJoin('forum_question', 'forum_question.id', 'asked_question.question_id')
    .select([
      'given_reply.id',
      'given_reply.question_id as questionId',
      'forum_question.id as publicQuestionId',
      'forum_question.key as questionKey',
      'given_reply.candidacy_id as candidacyId',
      'candidacy.candidate_id as candidateId',
      'candidacy.name',
      'forum_seat.position as seat',
      'given_reply.version',
      'given_reply.answer',
      'given_reply.reason',
      'given_reply.answer_id as answerId',
    ])
    .where('given_reply.municipality_id', '=', municipalityId)
    .where('asked_question.forum_id', '=', planId)
    .orderBy('asked_question.created_at')
    .orderBy('forum_seat.position')
    .orderBy('given_reply.version')
    .execute();
}

export type GivenReply = Awaited<ReturnType<typeof readGivenReplies>>[number];

export async function insertReply(db: Db, row: Insertable<DB['given_reply']>): Promise<void> {
  await db.insertInto('given_reply').values(row).execute();
}

export async function rewriteReply(db: Db, id: string, answer: string): Promise<void> {
  await db
    .updateTable('given_reply')
    .set({ answer })
    .where('id', '=', id)
    .where('answer_id', 'is', null)
    .execute();
}

export async function countWaiting(db: Db, municipalityId: string, planId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM asked_question
    WHERE municipality_id = ${municipalityId} AND forum_id = ${planId} AND state = 'waiting'`.execute(db);
  return rows[0]?.n ?? 0;
}
