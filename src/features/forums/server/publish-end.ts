import { spokenBy } from '../clock.ts';
import { readTurns } from './clock-store.ts';
import { readSeats } from './plan-store.ts';
import type { Publication } from './publication.ts';
import type { PublicForum } from './publish-frame.ts';
import { readShownQuestions } from './question-store.ts';

/** Once a forum is over: who came, how long each spoke, and how many stood behind each question. What stands there stays. */
export async function publishEnd(publication: Publication, forum: PublicForum, now: Date): Promise<void> {
  const { tx, plan } = publication;
  if (plan.state !== 'ended') return;
  const spoken = spokenBy(await readTurns(tx, plan.id), now);
  for (const seat of await readSeats(tx, plan.id)) {
    if (seat.candidateId === null) continue;
    const { numUpdatedRows } = await tx
      .updateTable('forum_candidate')
      .set({
        attendance: seat.attendance,
        spoken_seconds: Math.round((spoken.get(seat.id) ?? 0) / 1000),
      })
      .where('forum_id', '=', forum.id)
      .where('candidate_id', '=', seat.candidateId)
      .where('attendance', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) publication.changed.add('forum_candidate');
  }
  for (const row of await readShownQuestions(tx, plan.municipalityId, plan.id)) {
    if (row.questionId === null) continue;
    const { numUpdatedRows } = await tx
      .updateTable('forum_question')
      .set({ supports: row.supports, votes: row.votes })
      .where('id', '=', row.questionId)
      .where('supports', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) publication.changed.add('forum_question');
  }
}
