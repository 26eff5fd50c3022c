import { sql, type RawBuilder } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { PublicationKind, Work } from '../work.ts';

/** A version of a publication with all that the record says of it. */
export interface PublicationWork extends Work {
  id: string;
  firstId: string;
  key: string;
  version: number;
  reason: Localised | null;
  correctedOn: string | null;
  publicationKind: PublicationKind;
  organisationId: string | null;
  organisationKey: string | null;
  organisationName: Localised | null;
  municipalityId: string | null;
  municipalityKey: string | null;
  municipalityName: string | null;
}

/** Whether a row of `publication p` is the newest version of what it is. */
export const isNewest = sql<boolean>`NOT EXISTS (
  SELECT FROM publication later WHERE later.first_id = coalesce(p.first_id, p.id) AND later.version > p.version)`;

async function readWorks(db: Db, where: RawBuilder<unknown>): Promise<PublicationWork[]> {
  const { rows } = await sql<PublicationWork>`
    SELECT p.id, coalesce(p.first_id, p.id) AS "firstId", first.key, 'publications/' || first.key AS path, p.version, p.reason,
           p.corrected_on::text AS "correctedOn",
           p.kind, p.kind AS "publicationKind", p.title, p.summary, p.published_on AS "publishedOn", p.publisher, p.place,
           p.series, p.subjects, p.isbn, p.doi, p.pages, p.language, p.other_languages AS "otherLanguages", p.licence, p.url,
           p.organisation_id AS "organisationId", o.key AS "organisationKey", o.name AS "organisationName",
           p.municipality_id AS "municipalityId", m.key AS "municipalityKey", m.name AS "municipalityName",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'role', a.role) ORDER BY a.position), '[]')
              FROM publication_author a WHERE a.publication_id = p.id) AS authors,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('sha256', f.sha256, 'language', f.language, 'pages', f.pages,
                     'mediaType', file.media_type, 'size', file.size_bytes) ORDER BY f.position), '[]')
              FROM publication_file f JOIN file ON file.sha256 = f.sha256
             WHERE f.publication_id = p.id AND EXISTS (SELECT FROM public_copy c WHERE c.copy_sha256 = f.sha256)) AS files
      FROM publication p
      JOIN publication first ON first.id = coalesce(p.first_id, p.id)
      LEFT JOIN organisation o ON o.id = p.organisation_id
      LEFT JOIN municipality m ON m.id = p.municipality_id
     WHERE ${where}`.execute(db);
  return rows;
}

/** A publication as it now reads, or one version of it, by the key of its first. */
export async function readWork(db: Db, key: string, version?: number): Promise<PublicationWork | undefined> {
  const which = version === undefined ? isNewest : sql`p.version = ${version}`;
  const [work] = await readWorks(db, sql`first.key = ${key} AND first.version = 1 AND ${which}`);
  return work;
}

/** Publications as they now read, by the ids of those versions. */
export function readWorksById(db: Db, ids: readonly string[]): Promise<PublicationWork[]> {
  return readWorks(db, sql`p.id = any(${[...ids]}::uuid[])`);
}

/** The versions of a publication, the newest first. */
export function readVersions(db: Db, firstId: string) {
  return db
    .selectFrom('publication')
    .select(['version', 'reason', 'corrected_on as correctedOn', 'key'])
    .where((eb) => eb.or([eb('id', '=', firstId), eb('first_id', '=', firstId)]))
    .orderBy('version', 'desc')
    .execute();
}

/** What is known of the text of some files. */
export function readFileTexts(db: Db, keys: readonly string[]) {
  return db
    .selectFrom('file_text')
    .select(['sha256', 'state', 'pages', 'language'])
    .where(sql<boolean>`sha256 = any(${[...keys]}::text[])`)
    .execute();
}

/** What stands on a shelf. */
export interface ItemWork extends Work {
  id: string;
  key: string;
  organisationKey: string;
  organisationName: Localised;
  callNumber: string | null;
  shelf: string | null;
  copies: number;
  /** Since when it stands there no more. */
  withdrawnOn: string | null;
}

async function readItemsWhere(db: Db, where: RawBuilder<unknown>): Promise<ItemWork[]> {
  const { rows } = await sql<ItemWork>`
    SELECT i.id, i.key, 'library/items/' || i.key AS path, i.kind,
           CASE WHEN i.language IN ('sq', 'en') THEN jsonb_build_object(i.language, i.title)
                ELSE jsonb_build_object('sq', i.title, 'en', i.title) END AS title,
           NULL AS summary,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'role', 'author') ORDER BY at), '[]')
              FROM unnest(i.authors) WITH ORDINALITY a (name, at)) AS authors,
           i.published_on AS "publishedOn", i.publisher, i.place, i.series, i.subjects, i.isbn, i.doi, i.pages, i.language,
           ARRAY[]::text[] AS "otherLanguages", NULL AS licence, NULL AS url, '[]'::jsonb AS files,
           o.key AS "organisationKey", o.name AS "organisationName", i.call_number AS "callNumber", i.shelf, i.copies,
           i.withdrawn_on::text AS "withdrawnOn"
      FROM catalogue_item i JOIN organisation o ON o.id = i.organisation_id
     WHERE ${where}`.execute(db);
  return rows;
}

export async function readItem(db: Db, key: string): Promise<ItemWork | undefined> {
  const [item] = await readItemsWhere(db, sql`i.key = ${key}`);
  return item;
}

export function readItemsById(db: Db, ids: readonly string[]): Promise<ItemWork[]> {
  return readItemsWhere(db, sql`i.id = any(${[...ids]}::uuid[])`);
}
