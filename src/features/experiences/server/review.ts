import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { missingOf } from '../draft.ts';
import { mayPublish, mayReview } from '../policy.ts';
import { accountOf, refuse } from './acting.ts';
import * as store from './draft-store.ts';
import { draftToWrite, holdOpen, note } from './drafts.ts';
import { publishCorrection, publishNew } from './publish.ts';

/** Hands a whole draft in, to be read by somebody else. @throws not-found, forbidden, conflict */
export function handIn(app: App, actor: Actor, id: string): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const draft = await holdOpen(tx, actor, id);
    if (missingOf(draft).length > 0) return refuse('', 'experience.fault.missing');
    await store.setState(tx, id, { state: 'submitted', written_by: accountOf(actor) });
    await note(tx, actor, 'submit', draft);
    return { kind: 'done', value: { id } };
  });
}

/** The draft for someone who decides on it. @throws not-found, forbidden */
export async function draftToReview(db: Db, actor: Actor, id: string): Promise<store.DraftRow> {
  const draft = await draftToWrite(db, actor, id);
  if (mayReview(actor, draft.municipalityId)) return draft;
  throw new DomainError('forbidden', 'no editor there');
}

/** Gives a draft back, with what is to be done. @throws not-found, forbidden, conflict */
export async function giveBack(app: App, actor: Actor, id: string, words: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const draft = await holdOpen(tx, actor, id);
    await draftToReview(tx, actor, id);
    if (draft.state !== 'submitted') throw new DomainError('conflict', 'not handed in');
    await store.setState(tx, id, { state: 'returned', review_note: words });
    await note(tx, actor, 'return', draft, { reason: words });
    await tell(app, tx, draft, 'returned', `/work/experiences/${id}`, words);
  });
}

/** Makes a draft that was handed in public, or corrects with it what is. @throws not-found, forbidden, conflict */
export function publishExperience(app: App, actor: Actor, id: string): Promise<{ key: string }> {
  return inTransaction(app.db, async (tx) => {
    const draft = await holdOpen(tx, actor, id);
    if (!mayPublish(actor, draft))
      throw new DomainError('forbidden', 'handed in by themselves, or no editor');
    if (draft.state !== 'submitted' || missingOf(draft).length > 0)
      throw new DomainError('conflict', 'not handed in whole');
    const published =
      draft.correctsId === null
        ? await publishNew(app, tx, draft)
        : await publishCorrection(app, tx, draft, draft.correctsId);
    await store.setState(tx, id, { state: 'published', experience_id: published.id });
    await note(tx, actor, draft.correctsId === null ? 'publish' : 'correct', draft, {
      after: { experience: published.key },
      ...(draft.correctsId === null ? {} : { reason: pickText(draft.reason, 'sq') }),
    });
    await tell(app, tx, draft, 'published', `/experiences/${published.key}`, '');
    return published;
  });
}

async function tell(
  app: App,
  tx: Tx,
  draft: store.DraftRow,
  news: 'returned' | 'published',
  path: string,
  words: string,
): Promise<void> {
  const account = await store.readAccount(tx, draft.writtenBy);
  if (!account) return;
  const t = translator(account.language);
  const values = {
    site: t('site.name'),
    title: pickText(draft.title, account.language),
    link: `${app.config.publicUrl}/${account.language}${path}`,
    words,
  };
  await queueMail(app, tx, {
    to: account.email,
    subject: t(`experience.mail.${news}.subject`, values),
    text: t(`experience.mail.${news}.text`, values),
  });
}
