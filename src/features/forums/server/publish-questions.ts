import { defaultLanguage } from '#i18n/languages.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { dayOf } from '#server/cache/day.ts';
import { readGivenReplies, readShownQuestions } from './question-store.ts';
import { keyPart, type Publication } from './publication.ts';
import type { PublicForum } from './publish-frame.ts';

/** Residents' questions that were let through, in the order in which they were asked. */
export async function publishQuestions(publication: Publication, forum: PublicForum): Promise<void> {
  const { tx, plan } = publication;
  const rows = await readShownQuestions(tx, plan.municipalityId, plan.id);
  let position = rows.filter(({ questionId }) => questionId !== null).length;
  for (const row of rows.filter(({ questionId }) => questionId === null)) {
    position += 1;
    const key = `${forum.key}/q${position}`;
    const id = idOf('forum_question', key);
    await tx
      .insertInto('forum_question')
      .values({
        id,
        key,
        forum_id: forum.id,
        position,
        field_id: row.fieldId,
        forum_priority_id: row.forumPriorityId,
        question: JSON.stringify({ [row.language]: row.statement }),
        asked: row.asked,
        asked_on: dayOf(row.createdAt),
      })
      .execute();
    await tx
      .updateTable('asked_question')
      .set({ question_id: id })
      .where('municipality_id', '=', plan.municipalityId)
      .where('id', '=', row.id)
      .execute();
    publication.added('forum_question', id);
  }
}

/** What candidates answered to them, in short. */
export async function publishReplies(publication: Publication): Promise<void> {
  const { tx, plan } = publication;
  for (const row of await readGivenReplies(tx, plan.municipalityId, plan.id)) {
    if (row.answerId !== null || row.publicQuestionId === null || row.candidateId === null) continue;
    const key = `${row.questionKey ?? ''}/${keyPart(row.name, 'candidate')}-${row.seat}/${row.version}`;
    const id = idOf('question_answer', key);
    await tx
      .insertInto('question_answer')
      .values({
        id,
        key,
        question_id: row.publicQuestionId,
        candidate_id: row.candidateId,
        version: row.version,
        answer: JSON.stringify({ [defaultLanguage]: row.answer }),
        reason: row.reason === '' ? null : JSON.stringify({ [defaultLanguage]: row.reason }),
      })
      .execute();
    await tx.updateTable('given_reply').set({ answer_id: id }).where('id', '=', row.id).execute();
    publication.added('question_answer', id);
  }
}
