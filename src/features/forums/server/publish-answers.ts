import { defaultLanguage } from '#i18n/languages.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { dayOf } from '#server/cache/day.ts';
import { publicAnswersExist, readGivenAnswers } from './answer-store.ts';
import { keyPart, orNull, type Publication } from './publication.ts';
import type { PublicForum } from './publish-frame.ts';

/** What candidates answered, as far as it is not public yet: where asked for, live, or where the others already are. */
export async function publishAnswers(
  publication: Publication,
  forum: PublicForum,
  isAskedFor: boolean,
): Promise<void> {
  const { tx, plan } = publication;
  const isOpen = isAskedFor || plan.publishes === 'live' || (await publicAnswersExist(tx, plan.id));
  if (!isOpen) return;
  for (const row of await readGivenAnswers(tx, plan.id)) {
    if (row.answerId !== null || row.forumPriorityId === null || row.candidateId === null) continue;
    const key = `${forum.key}/${row.itemPosition}/${keyPart(row.name, 'candidate')}-${row.seat}/${row.version}`;
    const id = idOf('candidate_answer', key);
    await tx
      .insertInto('candidate_answer')
      .values({
        id,
        key,
        forum_priority_id: row.forumPriorityId,
        candidate_id: row.candidateId,
        version: row.version,
        answer: row.answer,
        words: row.words === '' ? null : JSON.stringify({ [defaultLanguage]: row.words }),
        reason: orNull(row.reason) === null ? null : JSON.stringify({ [defaultLanguage]: row.reason }),
        given_on: dayOf(row.createdAt),
      })
      .execute();
    await tx.updateTable('given_answer').set({ answer_id: id }).where('id', '=', row.id).execute();
    publication.added('candidate_answer', id);
  }
}
