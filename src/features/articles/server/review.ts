import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import type { MessageKey } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { filled, type Reviewed } from '../content.ts';
import { isAnother } from '../policy.ts';
import { stageOf } from '../stage.ts';
import { accountOf, draftToPublish, draftToWrite, held } from './access.ts';
import * as store from './draft-store.ts';

/** Writes a step down in the audit. */
export async function noteStep(
  tx: Tx,
  { id, municipalityId }: Pick<store.DraftRow, 'id' | 'municipalityId'>,
  step: { actor: string; action: string; after?: Record<string, unknown>; reason?: string },
): Promise<void> {
  await recordAudit(tx, {
    ...step,
    subject: { kind: 'article', id },
    ...(municipalityId === null ? {} : { municipalityId }),
  });
}

/** All of what readers will see of a draft as it is now. */
export function reviewedOf(
  { content }: Pick<store.DraftRow, 'content'>,
  pictures: Awaited<ReturnType<typeof store.readDraftPictures>>,
): Reviewed {
  return {
    content,
    pictures: pictures.map(({ originalSha256, copySha256, altSq, altEn, credit }) => ({
      originalSha256,
      copySha256,
      alt: filled({ sq: altSq, en: altEn }),
      credit,
    })),
  };
}

/** Says that the text is ready to be reviewed. @throws not-found, forbidden */
export async function handIn(app: App, actor: Actor, id: string): Promise<void> {
  const account = accountOf(actor).id;
  await draftToWrite(app.db, actor, id);
  await inTransaction(app.db, async (tx) => {
    const draft = await held(tx, id);
    if (draft.contentVersion === draft.handedInVersion || draft.contentVersion === draft.reviewedVersion)
      return;
    await store.updateDraft(tx, id, { handed_in_version: draft.contentVersion, sent_back: '' });
    await noteStep(tx, draft, {
      actor: account,
      action: 'ask-for-review',
      after: { text: draft.contentVersion },
    });
  });
}

async function draftToReview(app: App, actor: Actor, id: string) {
  const draft = await draftToPublish(app.db, actor, id);
  if (!isAnother(actor, draft.writtenBy)) throw new DomainError('forbidden', 'reviews what they wrote');
  return draft;
}

/** Gives a text back to who wrote it, with what is to be done. @throws not-found, forbidden */
export async function sendBack(app: App, actor: Actor, id: string, note: string): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToReview(app, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    if (stageOf({ ...draft, publishAt: null }) !== 'handed-in') {
      return { kind: 'refused', faults: [{ field: 'note', key: 'article.fault.not-handed-in' }] };
    }
    await store.updateDraft(tx, id, { handed_in_version: null, sent_back: note });
    await noteStep(tx, draft, { actor: account, action: 'send-back', reason: note });
    return { kind: 'done', value: null };
  });
}

/** Approves the text that the reviewer read: it is kept as it is, and goes out as it is. @throws not-found, forbidden */
export async function approve(
  app: App,
  actor: Actor,
  id: string,
  contentVersion: number,
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToReview(app, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const refuse = (key: MessageKey): Outcome<null> => ({
      kind: 'refused',
      faults: [{ field: 'contentVersion', key }],
    });
    if (draft.publishAt !== null) return refuse('article.fault.scheduled');
    if (draft.contentVersion !== contentVersion || !isAnother(actor, draft.writtenBy)) {
      return refuse('article.fault.changed');
    }
    if (stageOf(draft) !== 'handed-in') return refuse('article.fault.not-handed-in');
    if (draft.articleId !== null && Object.keys(draft.content.reason).length === 0)
      return refuse('article.fault.reason');
    const pictures = await store.readDraftPictures(tx, id);
    if (pictures.some(({ altSq, altEn }) => altSq === '' && altEn === ''))
      return refuse('article.fault.picture-words');
    const reviewed = reviewedOf(draft, pictures);
    await store.updateDraft(tx, id, {
      reviewed: JSON.stringify(reviewed),
      reviewed_version: contentVersion,
      reviewed_by: account,
      reviewed_at: app.clock(),
    });
    await noteStep(tx, draft, { actor: account, action: 'approve', after: { text: contentVersion } });
    return { kind: 'done', value: null };
  });
}

/** What others handed in and someone may review. */
export async function listArticleTasks(app: App, actor: Actor): Promise<Task[]> {
  const reach = municipalitiesOf(actor, 'editor', 'coordinator');
  if (actor.kind !== 'account' || reach.length === 0) return [];
  const rows = await store.readHandedIn(app.db, reach, actor.id);
  return rows.map(({ id, content, municipalityKey, municipalityName }) => ({
    key: 'work.task.article-to-review',
    values: { title: pickText(content.title, content.language) },
    href: `/work/articles/${id}`,
    ...(municipalityKey !== null && municipalityName !== null
      ? { municipality: { key: municipalityKey, name: municipalityName } }
      : {}),
    due: null,
  }));
}
