import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { PublicationCommand } from '../schema.ts';

export type Reach = 'all' | readonly string[];

function selectDrafts(db: Db) {
  return db
    .selectFrom('publication_draft as d')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .leftJoin('municipality as m', 'm.id', 'd.municipality_id')
    .leftJoin('publication as p', 'p.id', 'd.publication_id')
    .select([
      'd.id',
      'd.publication_id as publicationId',
      'p.key as publicationKey',
      'd.organisation_id as organisationId',
      'o.name as organisationName',
      'd.municipality_id as municipalityId',
      'm.name as municipalityName',
      'd.kind',
      'd.title',
      'd.summary',
      'd.authors',
      'd.editors',
      'd.published_on as publishedOn',
      'd.language',
      'd.other_languages as otherLanguages',
      'd.publisher',
      'd.place',
      'd.series',
      'd.subjects',
      'd.isbn',
      'd.doi',
      'd.pages',
      'd.licence',
      'd.url',
      'd.is_changed as isChanged',
      'd.version',
      'd.saved_at as savedAt',
    ]);
}

export type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDrafts>['execute']>>[number];

/** Newest first; those of the organisations that someone keeps. */
export function readDrafts(
  db: Db,
  reach: Reach,
  { after, limit }: { after: { savedAt: Date; id: string } | undefined; limit: number },
): Promise<DraftRow[]> {
  return selectDrafts(db)
    .$if(reach !== 'all', (query) =>
      query.where(sql<boolean>`d.organisation_id = any(${reach === 'all' ? [] : [...reach]}::uuid[])`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(d.saved_at, d.id) < (${after?.savedAt ?? null}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('d.saved_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
}

export function readDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return selectDrafts(db).where('d.id', '=', id).executeTakeFirst();
}

/** The draft of what was published, by the id of its first version. */
export function readDraftOf(db: Db, publicationId: string) {
  return db
    .selectFrom('publication_draft')
    .select(['id', 'organisation_id as organisationId'])
    .where('publication_id', '=', publicationId)
    .executeTakeFirst();
}

/** Publications of a reach that have no draft: they came into the record otherwise. */
export async function readWithoutDraft(db: Db, reach: Reach, limit: number) {
  return db
    .selectFrom('publication as p')
    .select(['p.key', 'p.title'])
    .where('p.version', '=', 1)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM publication_draft d WHERE d.publication_id = p.id)`)
    .$if(reach !== 'all', (query) =>
      query.where(sql<boolean>`p.organisation_id = any(${reach === 'all' ? [] : [...reach]}::uuid[])`),
    )
    .orderBy('p.key')
    .limit(limit)
    .execute();
}

/** Others who change it wait until the transaction ends. */
export async function holdDraft(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('publication_draft').select('id').where('id', '=', id).forUpdate().execute();
}

export function columnsOf(command: PublicationCommand) {
  return {
    organisation_id: command.organisation,
    municipality_id: command.municipality,
    kind: command.kind,
    title: JSON.stringify(textsOf(command.titleSq, command.titleEn)),
    summary: JSON.stringify(textsOf(command.summarySq, command.summaryEn)),
    authors: command.authors,
    editors: command.editors,
    published_on: command.publishedOn,
    language: command.language,
    other_languages: command.otherLanguages.filter((language) => language !== command.language),
    publisher: command.publisher,
    place: command.place,
    series: command.series,
    subjects: command.subjects,
    isbn: command.isbn,
    doi: command.doi,
    pages: command.pages,
    licence: command.licence,
    url: command.url,
  };
}

function textsOf(sq: string, en: string) {
  return { ...(sq === '' ? {} : { sq }), ...(en === '' ? {} : { en }) };
}

export type DraftColumns = Omit<ReturnType<typeof columnsOf>, 'language' | 'other_languages'> & {
  // What the record has may be in a language that the form does not offer.
  language: string | null;
  other_languages: string[];
};

export async function insertDraft(
  tx: Tx,
  draft: DraftColumns & {
    id: string;
    created_by: string;
    saved_at: Date;
    publication_id?: string;
    is_changed?: boolean;
  },
): Promise<void> {
  await tx.insertInto('publication_draft').values(draft).execute();
}

/** @returns false where somebody else has changed it meanwhile */
export async function updateDraft(
  tx: Tx,
  id: string,
  version: number,
  columns: Partial<DraftColumns> & { saved_at: Date; is_changed: boolean; publication_id?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('publication_draft')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('publication_draft').where('id', '=', id).execute();
}

export interface DraftFile {
  position: number;
  name: string;
  language: string;
  sha256: string;
  pages: number;
  size: number;
  mediaType: string;
}

export function readDraftFiles(db: Db, draftId: string): Promise<DraftFile[]> {
  return db
    .selectFrom('publication_draft_file as f')
    .innerJoin('file', 'file.sha256', 'f.sha256')
    .select([
      'f.position',
      'f.name',
      'f.language',
      'f.sha256',
      'f.pages',
      'file.size_bytes as size',
      'file.media_type as mediaType',
    ])
    .where('f.draft_id', '=', draftId)
    .orderBy('f.position')
    .execute();
}

export async function insertDraftFile(
  tx: Tx,
  draftId: string,
  file: Pick<DraftFile, 'name' | 'language' | 'sha256' | 'pages'>,
): Promise<void> {
  await sql`
    INSERT INTO publication_draft_file (draft_id, position, name, language, sha256, pages)
    SELECT ${draftId}::uuid, coalesce(max(position), 0) + 1, ${file.name}, ${file.language}, ${file.sha256}, ${file.pages}::integer
      FROM publication_draft_file WHERE draft_id = ${draftId}::uuid`.execute(tx);
}

export async function deleteDraftFile(tx: Tx, draftId: string, sha256: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('publication_draft_file')
    .where('draft_id', '=', draftId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
