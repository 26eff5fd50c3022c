import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { filled } from '../content.ts';
import type { LetterAnswerCommand } from '../schema.ts';
import { accountOf, draftToPublish, held } from './access.ts';
import { noteStep } from './review.ts';

/** Puts what came back to an open letter beside it, for all to read. @throws not-found, forbidden, conflict */
export async function addLetterAnswer(
  app: App,
  actor: Actor,
  id: string,
  { answeredOn, by, answerSq, answerEn, answerUrl }: LetterAnswerCommand,
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToPublish(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const { articleId, articleKey, content } = draft;
    if (articleId === null || articleKey === null || content.kind !== 'open-letter') {
      throw new DomainError('conflict', 'no open letter that is public');
    }
    const known = await tx
      .selectFrom('letter_answer')
      .select(['position', 'answer'])
      .where('article_id', '=', articleId)
      .execute();
    const answer = filled({ sq: answerSq, en: answerEn });
    // Sent twice, it is one.
    if (known.some((one) => one.answer.sq === answer.sq && one.answer.en === answer.en))
      return { kind: 'done', value: null };
    const position = known.length + 1;
    const key = `${articleKey}/answer-${position}`;
    const rowId = idOf('letter_answer', key);
    await tx
      .insertInto('letter_answer')
      .values({
        id: rowId,
        key,
        article_id: articleId,
        position,
        answered_on: answeredOn,
        by,
        answer: JSON.stringify(answer),
        url: answerUrl || null,
      })
      .execute();
    await citeWork(
      tx,
      {
        key: `work/articles/${key}`,
        title: pickText(content.title, content.language),
        publisher: by,
        publishedOn: dayOf(app.clock()),
      },
      [{ id: rowId, kind: 'letter_answer' }],
    );
    await noteStep(tx, draft, { actor: account, action: 'add-answer', after: { answer: key } });
    await noteRecordChange(tx, {
      tables: ['letter_answer', 'source'],
      ...(draft.municipalityId === null ? {} : { municipalityIds: [draft.municipalityId] }),
    });
    return { kind: 'done', value: null };
  });
}
