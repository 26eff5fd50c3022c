import { randomUUID } from 'node:crypto';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { App } from '#server/app.ts';
import { translator } from '#i18n/translate.ts';
import { contentSchema, originalText, type ArticleContent } from '../../content.ts';
import type { ItemOutcome, Note, SiteItem } from '../../wordpress/item.ts';
import { hashOf } from '../hash.ts';
import { holdDraft, insertDraft, readDraft, updateDraft, type DraftRow } from '../draft-store.ts';
import { noteStep } from '../review.ts';
import { readImported, writeImported } from './import-store.ts';
import type { MadeArticle } from './made-article.ts';

export interface Bringing {
  site: string;
  account: string;
  organisationId: string | null;
  municipalityId: string | null;
  dryRun: boolean;
  now: Date;
}

export interface Brought {
  outcome: ItemOutcome;
  notes: Note[];
  /** Of what is here and nobody has changed here. */
  draftId?: string;
}

/** What an article is made of: changed there, it is another one. */
function sourceHash({ title, content, excerpt, date, dateGmt, author, language }: SiteItem): string {
  return hashOf(JSON.stringify([title, content, excerpt, date, dateGmt, author, language]));
}

function textHash(
  { title, summary, body }: Pick<ArticleContent, 'title' | 'summary' | 'body'>,
  language: 'sq' | 'en',
): string {
  return hashOf(JSON.stringify([title[language] ?? '', summary[language] ?? '', body[language] ?? '']));
}

/** The content of a draft with what was made of a post put in, in its language. */
function withText(before: ArticleContent | undefined, made: MadeArticle): ArticleContent {
  const { language } = made;
  const put = (text: Partial<Record<'sq' | 'en', string>> | undefined, value: string) => ({
    ...text,
    [language]: value,
  });
  const base =
    before ??
    contentSchema.parse({
      kind: made.kind,
      language,
      title: {},
      summary: {},
      body: {},
      addressedTo: {},
      authors: made.author,
      signatories: '',
      url: '',
      publisher: '',
      dated: made.dated,
      reason: {},
      follows: null,
    });
  const content: ArticleContent = {
    ...base,
    title: put(base.title, made.title),
    summary: put(base.summary, made.summary),
    body: put(base.body, made.body),
    formerly: [...new Set([...base.formerly, ...made.formerly])],
  };
  // The site showed it as the translation of what stands here.
  return language === content.language ? content : { ...content, follows: hashOf(originalText(content)) };
}

async function add(
  tx: Tx,
  { site, account, organisationId, municipalityId, now }: Bringing,
  item: SiteItem,
  made: MadeArticle,
  partner: string | undefined,
): Promise<string> {
  const draft = partner === undefined ? undefined : await holdDraft(tx, partner);
  const content = withText(draft?.content, made);
  const id = draft?.id ?? randomUUID();
  if (draft) {
    await updateDraft(tx, id, {
      content: JSON.stringify(content),
      content_version: draft.contentVersion + 1,
    });
  } else {
    await insertDraft(tx, {
      id,
      municipality_id: municipalityId,
      organisation_id: organisationId,
      content: JSON.stringify(content),
      written_by: account,
      written_at: now,
    });
  }
  await noteStep(
    tx,
    { id, municipalityId: draft ? draft.municipalityId : municipalityId },
    { actor: account, action: 'bring-over', after: { site, number: item.sourceId } },
  );
  await remember(tx, site, item, { id, content, language: made.language });
  return id;
}

async function remember(
  tx: Tx,
  site: string,
  item: SiteItem,
  { id, content, language }: { id: string; content: ArticleContent; language: 'sq' | 'en' },
): Promise<void> {
  await writeImported(tx, {
    site,
    source_id: item.sourceId,
    draft_id: id,
    language,
    source_sha256: sourceHash(item),
    text_sha256: textHash(content, language),
  });
}

/**
 * Brings one post over, or says that it is here already. What somebody changed here, or is public, stays as it is and is told of.
 * @param partner the draft that holds the same text in another language
 */
export async function bringOver(
  app: App,
  bringing: Bringing,
  item: SiteItem,
  made: MadeArticle,
  partner: string | undefined,
): Promise<Brought> {
  const { site, dryRun } = bringing;
  const known = await readImported(app.db, site, item.sourceId);
  const { notes } = made;
  if (!known) {
    if (dryRun) return { outcome: 'added', notes };
    const draftId = await inTransaction(app.db, (tx) => add(tx, bringing, item, made, partner));
    return { outcome: 'added', notes, draftId };
  }
  const draft = await readDraft(app.db, known.draftId);
  const isOurs = !draft || textHash(draft.content, made.language) !== known.textSha256;
  const isSame = known.sourceSha256 === sourceHash(item);
  if (isOurs)
    return isSame
      ? { outcome: 'unchanged', notes: [] }
      : { outcome: 'kept', notes: [{ code: 'edited-here' }] };
  if (isSame) return { outcome: 'unchanged', notes: [], draftId: draft.id };
  const isPublic = draft.articleId !== null;
  if (!dryRun) await change(app, bringing, item, { made, draft });
  return {
    outcome: 'updated',
    notes: isPublic ? [...notes, { code: 'next-version' }] : notes,
    draftId: draft.id,
  };
}

/** Takes what the post says now into its draft. Of what is public, it is the next version, which somebody has to review. */
async function change(
  app: App,
  { site, account, now }: Bringing,
  item: SiteItem,
  { made, draft }: { made: MadeArticle; draft: DraftRow },
): Promise<void> {
  const reason =
    draft.articleId === null
      ? {}
      : { sq: translator('sq')('import.reason'), en: translator('en')('import.reason') };
  await inTransaction(app.db, async (tx) => {
    const held = await holdDraft(tx, draft.id);
    if (held?.contentVersion !== draft.contentVersion) return;
    const content = { ...withText(held.content, made), reason };
    await updateDraft(tx, draft.id, {
      content: JSON.stringify(content),
      content_version: held.contentVersion + 1,
      written_by: account,
      written_at: now,
    });
    await noteStep(tx, draft, {
      actor: account,
      action: 'bring-over',
      after: { site, number: item.sourceId },
    });
    await remember(tx, site, item, { id: draft.id, content, language: made.language });
  });
}
