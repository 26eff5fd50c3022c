import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { answerMap, type Answers } from '../question.ts';

/** Holds a questionnaire as it is until the transaction ends: who closes it meanwhile waits. */
export async function holdQuestionnaire(db: Db, id: string): Promise<void> {
  await db.selectFrom('questionnaire').select('id').where('id', '=', id).forShare().execute();
}

/** Puts answers in, once however often they are sent. @returns whether they were not there yet */
export async function insertAnswer(
  db: Db,
  answer: {
    id: string;
    municipalityId: string;
    questionnaireId: string;
    channel: 'online' | 'paper';
    answers: Answers;
    texts: readonly { question: string; body: string }[];
    receivedOn: string;
    enteredBy: string | null;
  },
): Promise<boolean> {
  const { id, municipalityId, questionnaireId, texts } = answer;
  const inserted = await db
    .insertInto('questionnaire_answer')
    .values({
      id,
      municipality_id: municipalityId,
      questionnaire_id: questionnaireId,
      channel: answer.channel,
      answers: JSON.stringify(answer.answers),
      received_on: answer.receivedOn,
      entered_by: answer.enteredBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  if (texts.length > 0) {
    await db
      .insertInto('questionnaire_text')
      .values(
        texts.map(({ question, body }) => ({
          municipality_id: municipalityId,
          answer_id: id,
          questionnaire_id: questionnaireId,
          question,
          body,
        })),
      )
      .execute();
  }
  return true;
}

export async function readAnswersOf(db: Db, municipalityId: string, questionnaireId: string) {
  const rows = await db
    .selectFrom('questionnaire_answer')
    .select(['id', 'channel', 'answers', 'received_on as receivedOn'])
    .where('municipality_id', '=', municipalityId)
    .where('questionnaire_id', '=', questionnaireId)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, answers: answerMap.parse(row.answers) }));
}

export function readTexts(
  db: Db,
  municipalityId: string,
  questionnaireId: string,
  review?: 'accepted' | 'open',
) {
  return (
    db
      .selectFrom('questionnaire_text as text')
      .innerJoin('questionnaire_answer as answer', (join) =>
        join
          .onRef('answer.municipality_id', '=', 'text.municipality_id')
          .onRef('answer.id', '=', 'text.answer_id'),
      )
      .select(['text.answer_id as answerId', 'text.question', 'text.body', 'text.review', 'answer.channel'])
      .where('text.municipality_id', '=', municipalityId)
      .where('text.questionnaire_id', '=', questionnaireId)
      .$if(review !== undefined, (query) => query.where('text.review', '=', review ?? 'open'))
      // In no order that could be that of coming.
      .orderBy('text.question')
      .orderBy(sql`md5(text.answer_id::text)`)
      .execute()
  );
}

export async function reviewText(
  db: Db,
  at: { municipalityId: string; questionnaireId: string; answerId: string; question: string },
  review: 'accepted' | 'withheld',
  by: string,
): Promise<boolean> {
  const row = await db
    .updateTable('questionnaire_text')
    .set({ review, reviewed_by: by })
    .where('municipality_id', '=', at.municipalityId)
    .where('questionnaire_id', '=', at.questionnaireId)
    .where('answer_id', '=', at.answerId)
    .where('question', '=', at.question)
    .returning('answer_id')
    .executeTakeFirst();
  return row !== undefined;
}
