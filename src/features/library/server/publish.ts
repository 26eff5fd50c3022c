import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { accountOf } from '#features/forums/account.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { recordFile } from '#server/files/record-file.ts';
import { mayKeepFor } from '../policy.ts';
import { linesOf, subjectsOf } from '../draft.ts';
import * as drafts from './draft-store.ts';
import { holdDraft, note, type Draft } from './drafts.ts';
import * as store from './publish-store.ts';
import { readFileText } from './read-file-text.ts';
import { readWork, type PublicationWork } from './works-store.ts';

/** What the record gets in one publication. */
interface Edition {
  id: string;
  key: string;
  version: number;
  firstId: string | null;
  roundId: string | null;
}

/**
 * Makes what is written public: the first time as a publication of its own, later as the next version of it, with the reason,
 * beside the earlier ones.
 * @throws not-found
 */
export function publishDraft(
  app: App,
  actor: Actor,
  id: string,
  { reason, version, language }: { reason: string; version: number; language: Language },
): Promise<Outcome<{ key: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ key: string }>> => {
    const draft = await holdDraft(tx, actor, id);
    if (draft.version !== version) return { kind: 'conflict', theirs: {}, theirVersion: draft.version };
    const isCorrection = draft.publicationId !== null;
    if (isCorrection && !draft.isChanged)
      return { kind: 'refused', faults: [{ field: 'reason', key: 'publication.fault.unchanged' }] };
    if (isCorrection && reason === '')
      return { kind: 'refused', faults: [{ field: 'reason', key: 'publication.fault.reason' }] };
    const edition = await editionOf(tx, draft);
    const today = dayOf(app.clock());
    await store.insertPublication(tx, {
      ...edition,
      draftId: id,
      reason: isCorrection ? JSON.stringify({ [language]: reason }) : null,
      correctedOn: isCorrection ? today : null,
      subjects: subjectsOf(draft.subjects),
    });
    const subjects = await addParts(app, tx, draft, edition);
    await drafts.updateDraft(tx, id, version, {
      saved_at: app.clock(),
      is_changed: false,
      publication_id: draft.publicationId ?? edition.id,
    });
    await citeWork(tx, sourceOf(draft, edition, today), subjects);
    await note(tx, actor, isCorrection ? 'correct' : 'publish', id, {
      after: { key: edition.key, version: edition.version },
      ...(reason === '' ? {} : { reason }),
    });
    await noteRecordChange(tx, {
      tables: ['publication', 'publication_author', 'publication_file', 'source'],
    });
    return { kind: 'done', value: { key: edition.key.split('/')[0] ?? edition.key } };
  });
}

async function editionOf(tx: Tx, draft: Draft): Promise<Edition> {
  const newest = draft.publicationId === null ? undefined : await store.readNewest(tx, draft.publicationId);
  if (draft.publicationId === null || !newest) {
    const key = await store.freePublicationKey(
      tx,
      pickText(draft.title, defaultLanguage),
      draft.publishedOn?.slice(0, 4),
    );
    return { id: idOf('publication', key), key, version: 1, firstId: null, roundId: null };
  }
  const version = newest.version + 1;
  const key = `${newest.key}/${version}`;
  const roundId = await store.readRoundOf(tx, newest.id);
  return { id: idOf('publication', key), key, version, firstId: draft.publicationId, roundId };
}

/** Its authors and files; from here on everyone may have the files, and their text is read by a job. */
async function addParts(
  app: App,
  tx: Tx,
  draft: Draft,
  edition: Edition,
): Promise<{ kind: string; id: string }[]> {
  const files = await drafts.readDraftFiles(tx, draft.id);
  for (const { sha256, size, mediaType } of files) {
    const bytes = { sha256, size, mediaType };
    await recordFile(tx, { original: bytes, publicCopy: bytes });
    await app.jobs.enqueue(tx, readFileText, { sha256 }, { key: sha256 });
  }
  const authors = await store.insertAuthors(tx, edition, [
    ...linesOf(draft.authors).map((name) => ({ role: 'author' as const, name })),
    ...linesOf(draft.editors).map((name) => ({ role: 'editor' as const, name })),
  ]);
  const parts = await store.insertFiles(tx, edition, files);
  return [
    { kind: 'publication', id: edition.id },
    ...authors.map((id) => ({ kind: 'publication_author', id })),
    ...parts.map((id) => ({ kind: 'publication_file', id })),
  ];
}

function sourceOf(draft: Draft, { key }: Edition, publishedOn: string) {
  const t = translator(defaultLanguage);
  return {
    key: `work/publications/${key}`,
    title: t('publication.record.source', { title: pickText(draft.title, defaultLanguage) }),
    publisher: pickText(draft.organisationName, defaultLanguage) || t('site.name'),
    publishedOn,
  };
}

/** What is public, for someone who may correct it. @throws not-found where there is none such, or it is another's */
export async function publicationToCorrect(db: Db, actor: Actor, key: string): Promise<PublicationWork> {
  const work = await readWork(db, key);
  if (!work || !mayKeepFor(actor, work.organisationId)) throw notFound(`publication ${key}`);
  return work;
}

/**
 * Opens what is public to be corrected: the draft it was published from, or one made of what the record says.
 * @throws not-found where there is no such publication, or it is another's
 */
export function startCorrection(app: App, actor: Actor, key: string): Promise<{ id: string }> {
  return inTransaction(app.db, async (tx) => {
    const work = await publicationToCorrect(tx, actor, key);
    const known = await drafts.readDraftOf(tx, work.firstId);
    if (known) return { id: known.id };
    const id = randomUUID();
    const names = (role: 'author' | 'editor') =>
      work.authors
        .filter((author) => author.role === role)
        .map(({ name }) => name)
        .join('\n');
    await drafts.insertDraft(tx, {
      id,
      publication_id: work.firstId,
      organisation_id: work.organisationId,
      municipality_id: work.municipalityId,
      kind: work.publicationKind,
      title: JSON.stringify(work.title),
      summary: JSON.stringify(work.summary ?? {}),
      authors: names('author'),
      editors: names('editor'),
      published_on: work.publishedOn,
      language: work.language,
      other_languages: [...work.otherLanguages],
      publisher: work.publisher ?? '',
      place: work.place ?? '',
      series: work.series ?? '',
      subjects: work.subjects.join('\n'),
      isbn: work.isbn,
      doi: work.doi,
      pages: work.pages,
      licence: work.licence ?? '',
      url: work.url ?? '',
      is_changed: false,
      created_by: accountOf(actor),
      saved_at: app.clock(),
    });
    for (const { sha256, language, pages } of work.files)
      await drafts.insertDraftFile(tx, id, { name: `${key}.pdf`, language, sha256, pages: pages ?? 1 });
    await note(tx, actor, 'open-correction', id, { after: { key } });
    return { id };
  });
}
