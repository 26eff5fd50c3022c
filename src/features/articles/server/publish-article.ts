import { randomUUID } from 'node:crypto';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Tx } from '#server/database/db.ts';
import { dayOf } from '#server/cache/day.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import {
  originalText,
  peopleOf,
  publishedTranslation,
  type ArticleContent,
  type Reviewed,
} from '../content.ts';
import { readOldAddress } from '../old-address.ts';
import { insertAddress } from './address-store.ts';
import type { DraftRow } from './draft-store.ts';
import { updateDraft } from './draft-store.ts';
import { hashOf } from './hash.ts';
import { idsOfPeople } from './people-store.ts';
import { noteStep } from './review.ts';

interface Target {
  id: string;
  key: string;
  version: number;
}

const longestKey = 80;

/** The key that a title gives, or the same with the first number that makes it free. */
export async function freeKey(tx: Tx, title: string): Promise<string> {
  const key = slugOf(title).slice(0, longestKey).replace(/-$/, '') || 'article';
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    const taken = await tx.selectFrom('article').select('id').where('key', '=', candidate).executeTakeFirst();
    if (!taken) return candidate;
  }
}

const json = (text: object) => (Object.keys(text).length > 0 ? JSON.stringify(text) : null);

/** What both the first version and the later ones say. */
function textsOf(content: ArticleContent) {
  const { title, summary, body, addressedTo } = content;
  return {
    title: JSON.stringify(title),
    summary: JSON.stringify(summary),
    body: json(body),
    addressed_to: json(addressedTo),
    translation: publishedTranslation(content, hashOf(originalText(content))),
  };
}

async function insertFirst(tx: Tx, draft: DraftRow, content: ArticleContent, today: string): Promise<Target> {
  const key = await freeKey(tx, pickText(content.title, content.language));
  const id = idOf('article', key);
  // Of what stands elsewhere without a date, the day is not known; what is ours is of the day on which it becomes public.
  const dated = content.dated || (content.url === '' ? today : null);
  await tx
    .insertInto('article')
    .values({
      id,
      key,
      municipality_id: draft.municipalityId,
      organisation_id: draft.organisationId,
      kind: content.kind,
      language: content.language,
      published_on: dated,
      url: content.url || null,
      publisher: content.publisher || null,
      ...textsOf(content),
    })
    .execute();
  return { id, key, version: 1 };
}

async function insertNext(
  tx: Tx,
  { id, key }: { id: string; key: string },
  content: ArticleContent,
  today: string,
): Promise<Target & { rowId: string }> {
  const last = await tx
    .selectFrom('article_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  const version = (last?.version ?? 1) + 1;
  const rowKey = `${key}/${version}`;
  const rowId = idOf('article_version', rowKey);
  await tx
    .insertInto('article_version')
    .values({
      id: rowId,
      key: rowKey,
      article_id: id,
      version,
      changed_on: today,
      reason: JSON.stringify(content.reason),
      ...textsOf(content),
    })
    .execute();
  return { id, key, version, rowId };
}

async function insertPeople(
  tx: Tx,
  { id, key, version }: Target,
  content: ArticleContent,
): Promise<string[]> {
  const named = [
    ...peopleOf(content.authors).map((one, index) => ({
      ...one,
      part: 'author' as const,
      position: index + 1,
    })),
    ...peopleOf(content.signatories).map((one, index) => ({
      ...one,
      part: 'signatory' as const,
      position: index + 1,
    })),
  ];
  const known = await idsOfPeople(
    tx,
    named.map(({ name }) => name),
  );
  const rows = named.map(({ name, capacity, part, position }) => {
    const rowKey = `${key}/${version}/${part}-${position}`;
    return {
      id: idOf('article_person', rowKey),
      key: rowKey,
      article_id: id,
      version,
      part,
      position,
      name,
      person_id: known.get(name) ?? null,
      capacity,
    };
  });
  await insertRows(tx, 'article_person', rows, 'stays');
  return rows.map((row) => row.id);
}

async function insertPictures(
  tx: Tx,
  { id, key, version }: Target,
  { pictures }: Reviewed,
): Promise<string[]> {
  const rows = pictures.map(({ copySha256, alt, credit }, index) => {
    const rowKey = `${key}/${version}/picture-${index + 1}`;
    return {
      id: idOf('article_picture', rowKey),
      key: rowKey,
      article_id: id,
      version,
      position: index + 1,
      sha256: copySha256,
      alt,
      credit,
    };
  });
  await insertRows(tx, 'article_picture', rows, 'stays');
  const copies = pictures.map((one) => ({
    original_sha256: one.originalSha256,
    copy_sha256: one.copySha256,
  }));
  await insertRows(tx, 'public_copy', copies, 'stays');
  return rows.map((row) => row.id);
}

/** Where it is taken from: the page that it stands on, else the network's own work. */
async function cite(
  tx: Tx,
  { key, version }: Target,
  { content, publisher, today }: { content: ArticleContent; publisher: string; today: string },
  subjects: readonly { id: string; kind: string }[],
): Promise<void> {
  const sourceKey = `work/articles/${key}${version > 1 ? `/${version}` : ''}`;
  const source = {
    id: idOf('source', sourceKey),
    key: sourceKey,
    title: pickText(content.title, content.language),
    publisher: content.publisher || publisher,
    url: content.url || null,
    language: content.language,
    published_on: content.url === '' ? today : content.dated || null,
  };
  await insertRows(tx, 'source', [source], 'stays');
  const citations = subjects.map((subject) => ({
    subject_id: subject.id,
    subject_kind: subject.kind,
    source_id: source.id,
    position: 1,
  }));
  await insertRows(tx, 'citation', citations, 'stays');
}

/** Where it stood before leads to it from now on. */
async function keepFormer(
  tx: Tx,
  key: string,
  { formerly }: ArticleContent,
  { actor, now }: { actor: string; now: Date },
): Promise<void> {
  for (const address of formerly) {
    const old = readOldAddress(address);
    if (!old) continue;
    await insertAddress(tx, {
      id: randomUUID(),
      ...old,
      kind: 'article',
      key,
      added_by: actor,
      added_at: now,
    });
  }
}

/** Makes what was reviewed public: as an article, or as the next version of one. */
export async function publishReviewed(
  tx: Tx,
  draft: DraftRow,
  { actor, now }: { actor: string; now: Date },
): Promise<{ key: string; version: number }> {
  const today = dayOf(now);
  const { reviewed, reviewedVersion } = draft;
  if (reviewed === null || reviewedVersion === null)
    throw new TypeError('only what was reviewed is published');
  const { content } = reviewed;
  const isFirst = draft.articleId === null || draft.articleKey === null;
  const next = isFirst
    ? undefined
    : await insertNext(tx, { id: draft.articleId ?? '', key: draft.articleKey ?? '' }, content, today);
  const target = next ?? (await insertFirst(tx, draft, content, today));
  const people = await insertPeople(tx, target, content);
  const pictures = await insertPictures(tx, target, reviewed);
  const publisher =
    pickText(draft.organisationName, defaultLanguage) || translator(defaultLanguage)('site.name');
  await cite(tx, target, { content, publisher, today }, [
    next ? { id: next.rowId, kind: 'article_version' } : { id: target.id, kind: 'article' },
    ...people.map((id) => ({ id, kind: 'article_person' })),
    ...pictures.map((id) => ({ id, kind: 'article_picture' })),
  ]);
  if (!next) await keepFormer(tx, target.key, content, { actor, now });
  // The reason was for this version; the next one has its own.
  const isUnchanged = draft.contentVersion === reviewedVersion;
  await updateDraft(tx, draft.id, {
    article_id: target.id,
    published_version: reviewedVersion,
    publish_at: null,
    ...(isUnchanged ? { content: JSON.stringify({ ...draft.content, reason: {} }) } : {}),
  });
  await noteStep(tx, draft, {
    actor,
    action: 'publish',
    after: { article: target.key, version: target.version, text: reviewedVersion },
    ...(next ? { reason: pickText(content.reason, defaultLanguage) } : {}),
  });
  await noteRecordChange(tx, {
    tables: ['article', 'article_version', 'article_person', 'article_picture', 'source'],
    ...(draft.municipalityId === null ? {} : { municipalityIds: [draft.municipalityId] }),
  });
  return target;
}
