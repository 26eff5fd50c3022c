import { articleForm } from '#features/articles/schema.ts';
import { beginArticle, changeArticle, showDraft } from '#features/articles/server/drafts.ts';
import { approve, handIn } from '#features/articles/server/review.ts';
import { publishArticle } from '#features/articles/server/schedule.ts';
import { addLetterAnswer } from '#features/articles/server/letter-answers.ts';
import { appOn, dayAfter } from '../clock.ts';
import { letter, letterAnswer, opinion, reason } from '../content/articles.ts';
import { expectDone } from '../expect-done.ts';
import type { Stage } from '../stage.ts';

const now = { when: 'now', day: null, time: null } as const;

/** An opinion becomes public and is corrected, an open letter gets its answer, and one more text waits for its review. */
export async function writeArticles(stage: Stage): Promise<void> {
  const { firstDay, members } = stage;
  const { facilitator, editor, municipalityId } = members;
  const on = (days: number) => appOn(stage.app, dayAfter(firstDay, days));
  const form = (given: object) => articleForm.parse({ ...given, municipality: municipalityId });

  async function release(id: string, days: number): Promise<void> {
    await handIn(on(days), facilitator, id);
    const { draft } = await showDraft(stage.app, editor, id);
    expectDone('approve an article', await approve(on(days), editor, id, draft.contentVersion));
    expectDone('publish an article', await publishArticle(on(days), editor, id, now));
  }

  const begun = async (given: object, days: number) =>
    expectDone('begin an article', await beginArticle(on(days), facilitator, form(given))).id;
  const view = await begun(opinion, -21);
  await release(view, -20);
  const { draft } = await showDraft(stage.app, facilitator, view);
  const changed = form({
    ...opinion,
    ...reason,
    bodySq: opinion.bodySq.replace('gjashtë', 'shtatë'),
    bodyEn: opinion.bodyEn.replace('six', 'seven'),
    version: String(draft.version),
  });
  expectDone('change an article', await changeArticle(on(-15), facilitator, view, changed));
  await release(view, -14);
  const sent = await begun(letter, -12);
  await release(sent, -11);
  expectDone(
    'add an answer',
    await addLetterAnswer(on(-2), editor, sent, { ...letterAnswer, answeredOn: dayAfter(firstDay, -3) }),
  );
  const waiting = await begun(
    {
      ...opinion,
      titleSq: 'Sheshi nuk është parkim',
      titleEn: '',
      isTranslated: undefined,
      summaryEn: '',
      bodyEn: '',
    },
    -1,
  );
  await handIn(on(-1), facilitator, waiting);
}
