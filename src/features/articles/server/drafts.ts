import { randomUUID } from 'node:crypto';
import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { languages } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { canonicalJson } from '#server/datapackage/cell.ts';
import { DomainError } from '#server/errors.ts';
import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import { filled, originalText, translationState, type ArticleContent } from '../content.ts';
import { articlesReach, isAnother, publishesArticles, writesArticles } from '../policy.ts';
import type { ArticleCommand } from '../schema.ts';
import { hasReviewed, isChangedSince, stageOf } from '../stage.ts';
import { accountOf, draftToRead, draftToWrite, held } from './access.ts';
import * as store from './draft-store.ts';
import { hashOf } from './hash.ts';

const pageSize = 50;

/** Each language's state of the text. */
export function translationsOf(content: ArticleContent) {
  const original = hashOf(originalText(content));
  return languages.map((language) => ({ language, state: translationState(content, language, original) }));
}

/** What someone's articles are, newest first; with `isImported`, what came from another site and waits. @throws forbidden */
export async function listDrafts(
  app: App,
  actor: Actor,
  { after, isImported = false }: { after?: string | undefined; isImported?: boolean } = {},
) {
  const reach = articlesReach(actor);
  if (reach.length === 0) throw new DomainError('forbidden', 'articles');
  const [found, imported] = await Promise.all([
    store.readDrafts(app.db, reach, { limit: pageSize + 1, after, isImported }),
    store.countBrought(app.db, reach),
  ]);
  const rows = found.slice(0, pageSize).map((row) => ({
    ...row,
    stage: stageOf(row),
    translations: translationsOf(row.content),
  }));
  return { rows, imported, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

/** Where someone may write: '' stands for the network. @throws forbidden */
export async function listPlaces(app: App, actor: Actor) {
  const all = await listMunicipalities(app);
  const places = all
    .filter(({ id }) => writesArticles(actor, id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const forNetwork = writesArticles(actor, null);
  if (places.length === 0 && !forNetwork) throw new DomainError('forbidden', 'articles');
  return { places, forNetwork };
}

/** An article with all that is done with it, and what the actor may do. @throws not-found */
export async function showDraft(app: App, actor: Actor, id: string) {
  const draft = await draftToRead(app.db, actor, id);
  const mayPublish = publishesArticles(actor, draft.municipalityId);
  return {
    draft,
    stage: stageOf(draft),
    hasReviewed: hasReviewed(draft),
    isChangedSince: isChangedSince(draft),
    translations: translationsOf(draft.content),
    body: renderMarkdown(draft.content.body),
    pictures: await store.readDraftPictures(app.db, id),
    mayWrite: writesArticles(actor, draft.municipalityId),
    mayPublish,
    mayReview: mayPublish && isAnother(actor, draft.writtenBy),
  };
}

export type ShownDraft = Awaited<ReturnType<typeof showDraft>>;

/** Begins an article. @throws forbidden */
export async function beginArticle(
  app: App,
  actor: Actor,
  command: ArticleCommand,
): Promise<Outcome<{ id: string }>> {
  const { municipality } = command;
  if (!writesArticles(actor, municipality)) throw new DomainError('forbidden', 'article there');
  const account = accountOf(actor).id;
  const [organisation = null] =
    municipality === null ? [] : organisationsIn(actor, municipality, 'editor', 'facilitator', 'monitor');
  const id = randomUUID();
  return inTransaction(app.db, async (tx) => {
    await store.insertDraft(tx, {
      id,
      municipality_id: municipality,
      organisation_id: organisation,
      content: JSON.stringify(contentOf(command, null)),
      written_by: account,
      written_at: app.clock(),
    });
    await recordAudit(tx, {
      actor: account,
      action: 'begin',
      subject: { kind: 'article', id },
      ...(municipality === null ? {} : { municipalityId: municipality }),
      after: { title: command.titleSq || command.titleEn, kind: command.kind },
    });
    return { kind: 'done', value: { id } };
  });
}

/** Writes on at an article. Of one that is public, with the reason that readers will see. @throws not-found, forbidden */
export async function changeArticle(
  app: App,
  actor: Actor,
  id: string,
  command: ArticleCommand,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor).id;
  await draftToWrite(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const draft = await held(tx, id);
    if (draft.version !== (command.version ?? 0)) {
      return { kind: 'conflict', theirs: fieldsOf(draft), theirVersion: draft.version };
    }
    if (draft.articleId !== null && command.reasonSq === '' && command.reasonEn === '') {
      return { kind: 'refused', faults: [{ field: 'reasonSq', key: 'article.fault.reason' }] };
    }
    const content = contentOf(command, draft.content);
    if (canonicalJson(content) === canonicalJson(draft.content)) return { kind: 'done', value: { id } };
    await store.updateDraft(tx, id, {
      content: JSON.stringify(content),
      content_version: draft.contentVersion + 1,
      written_by: account,
      written_at: app.clock(),
      sent_back: '',
    });
    await recordAudit(tx, {
      actor: account,
      action: 'change',
      subject: { kind: 'article', id },
      ...(draft.municipalityId === null ? {} : { municipalityId: draft.municipalityId }),
      before: { text: draft.contentVersion },
      after: { text: draft.contentVersion + 1 },
    });
    return { kind: 'done', value: { id } };
  });
}

function contentOf(command: ArticleCommand, before: ArticleContent | null): ArticleContent {
  const isLetter = command.kind === 'open-letter';
  const content: ArticleContent = {
    kind: command.kind,
    language: command.language,
    title: filled({ sq: command.titleSq, en: command.titleEn }),
    summary: filled({ sq: command.summarySq, en: command.summaryEn }),
    body: filled({ sq: command.bodySq, en: command.bodyEn }),
    addressedTo: isLetter ? filled({ sq: command.addressedToSq, en: command.addressedToEn }) : {},
    authors: command.authors,
    signatories: isLetter ? command.signatories : '',
    url: command.url,
    publisher: command.publisher,
    dated: command.dated,
    reason: filled({ sq: command.reasonSq, en: command.reasonEn }),
    follows: null,
    formerly: before?.formerly ?? [],
  };
  // Whose original is another one now follows nothing.
  const kept = before?.language === content.language ? before.follows : null;
  return { ...content, follows: command.isTranslated ? hashOf(originalText(content)) : kept };
}

/** As the form shows it. */
export function fieldsOf({
  municipalityId,
  content,
}: Pick<store.DraftRow, 'municipalityId' | 'content'>): Fields {
  const { title, summary, body, addressedTo, reason } = content;
  return {
    municipality: municipalityId ?? '',
    kind: content.kind,
    language: content.language,
    titleSq: title.sq ?? '',
    titleEn: title.en ?? '',
    summarySq: summary.sq ?? '',
    summaryEn: summary.en ?? '',
    bodySq: body.sq ?? '',
    bodyEn: body.en ?? '',
    authors: content.authors,
    signatories: content.signatories,
    addressedToSq: addressedTo.sq ?? '',
    addressedToEn: addressedTo.en ?? '',
    url: content.url,
    publisher: content.publisher,
    dated: content.dated,
    reasonSq: reason.sq ?? '',
    reasonEn: reason.en ?? '',
  };
}

/** The text as readers would see it, of what stands in the form and is not saved. */
export function previewOf({ bodySq, bodyEn }: { bodySq: string; bodyEn: string }) {
  return renderMarkdown({ sq: bodySq, en: bodyEn });
}
