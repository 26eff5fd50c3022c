import { sql, type Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** Every version, oldest first. */
export function readGivenAnswers(db: Db, planId: string) {
  return db
    .selectFrom('given_answer')
    .innerJoin('forum_item', 'forum_item.id', 'given_answer.item_id')
    .innerJoin('candidacy', 'candidacy.id', 'given_answer.candidacy_id')
    .innerJoin('forum_seat', (join) =>
      join
        .onRef('forum_seat.candidacy_id', '=', 'candidacy.id')
        .onRef('forum_seat.forum_id', '=', 'forum_item.forum_id'),
    )
    .select([
      'given_answer.id',
      'given_answer.item_id as itemId',
      'forum_item.position as itemPosition',
      'forum_item.forum_priority_id as forumPriorityId',
      'given_answer.candidacy_id as candidacyId',
      'candidacy.candidate_id as candidateId',
      'candidacy.name',
      'forum_seat.position as seat',
      'given_answer.version',
      'given_answer.answer',
      'given_answer.words',
      'given_answer.reason',
      'given_answer.answer_id as answerId',
      'given_answer.created_at as createdAt',
    ])
    .where('forum_item.forum_id', '=', planId)
    .orderBy('forum_item.position')
    .orderBy('forum_seat.position')
    .orderBy('given_answer.version')
    .execute();
}

export type GivenAnswer = Awaited<ReturnType<typeof readGivenAnswers>>[number];

export async function publicAnswersExist(db: Db, planId: string): Promise<boolean> {
  const found = await db
    .selectFrom('given_answer')
    .innerJoin('forum_item', 'forum_item.id', 'given_answer.item_id')
    .select('given_answer.id')
    .where('forum_item.forum_id', '=', planId)
    .where('given_answer.answer_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Answers to priorities and to residents' questions that are written down and not public. */
export async function countUnpublished(
  db: Db,
  plan: { id: string; municipalityId: string },
): Promise<{ answers: number; replies: number }> {
  const { rows } = await sql<{ answers: number; replies: number }>`
    SELECT (SELECT count(*) FROM given_answer a JOIN forum_item item ON item.id = a.item_id
            WHERE item.forum_id = ${plan.id} AND a.answer_id IS NULL) AS answers,
           (SELECT count(*) FROM given_reply r
            JOIN asked_question q ON q.municipality_id = r.municipality_id AND q.id = r.question_id
            WHERE q.municipality_id = ${plan.municipalityId} AND q.forum_id = ${plan.id} AND r.answer_id IS NULL) AS replies
  `.execute(db);
  return rows[0] ?? { answers: 0, replies: 0 };
}

export async function insertAnswer(db: Db, row: Insertable<DB['given_answer']>): Promise<void> {
  await db.insertInto('given_answer').values(row).execute();
}

/** Overwrites one that nobody has seen yet. */
export async function rewriteAnswer(
  db: Db,
  id: string,
  row: { answer: GivenAnswer['answer']; words: string },
): Promise<void> {
  await db.updateTable('given_answer').set(row).where('id', '=', id).where('answer_id', 'is', null).execute();
}
