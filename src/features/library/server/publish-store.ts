import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';

/** The newest version of a publication, by the id of its first. */
export function readNewest(db: Db, firstId: string) {
  return db
    .selectFrom('publication as p')
    .innerJoin('publication as first', (join) => join.on('first.id', '=', firstId))
    .select(['p.id', 'first.key', 'p.version', 'p.published_on as publishedOn'])
    .where((eb) => eb.or([eb('p.id', '=', firstId), eb('p.first_id', '=', firstId)]))
    .orderBy('p.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const longestKey = 90;

/** A key that is free: the title's, with its year, and a number where there is one like it. */
export async function freePublicationKey(tx: Tx, title: string, year: string | undefined): Promise<string> {
  const slug = slugOf(title).slice(0, longestKey).replace(/-$/, '') || 'publikim';
  const base = year === undefined || slug.includes(year) ? slug : `${slug}-${year}`;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    const taken = await tx.selectFrom('publication').select('id').where('key', '=', key).executeTakeFirst();
    if (!taken) return key;
  }
}

/** People and organisations of the record whose name stands so. */
export async function readNamed(tx: Tx, names: readonly string[]) {
  const { rows } = await sql<{ name: string; personId: string | null; organisationId: string | null }>`
    SELECT wanted.name,
           (SELECT CASE WHEN count(*) = 1 THEN min(p.id::text) END FROM person p WHERE p.name = wanted.name) AS "personId",
           (SELECT CASE WHEN count(*) = 1 THEN min(o.id::text) END FROM organisation o
             WHERE o.name ->> 'sq' = wanted.name OR o.name ->> 'en' = wanted.name) AS "organisationId"
      FROM unnest(${[...names]}::text[]) wanted (name)`.execute(tx);
  return new Map(rows.map((row) => [row.name, row]));
}

export interface NewAuthor {
  role: 'author' | 'editor';
  name: string;
}

export async function insertAuthors(
  tx: Tx,
  publication: { id: string; key: string },
  authors: readonly NewAuthor[],
): Promise<string[]> {
  const known = await readNamed(
    tx,
    authors.map(({ name }) => name),
  );
  const rows = authors.map(({ role, name }, index) => {
    const key = `${publication.key}/a${index + 1}`;
    const { personId = null, organisationId = null } = known.get(name) ?? {};
    return {
      id: idOf('publication_author', key),
      key,
      publication_id: publication.id,
      position: index + 1,
      role,
      name,
      person_id: personId,
      organisation_id: personId === null ? organisationId : null,
    };
  });
  if (rows.length > 0) await tx.insertInto('publication_author').values(rows).execute();
  return rows.map(({ id }) => id);
}

export async function insertFiles(
  tx: Tx,
  publication: { id: string; key: string },
  files: readonly { language: string; sha256: string; pages: number }[],
): Promise<string[]> {
  const rows = files.map(({ language, sha256, pages }, index) => {
    const key = `${publication.key}/f${index + 1}`;
    return {
      id: idOf('publication_file', key),
      key,
      publication_id: publication.id,
      position: index + 1,
      language,
      sha256,
      pages,
    };
  });
  if (rows.length > 0) await tx.insertInto('publication_file').values(rows).execute();
  return rows.map(({ id }) => id);
}

export async function insertPublication(
  tx: Tx,
  row: {
    id: string;
    key: string;
    draftId: string;
    roundId: string | null;
    version: number;
    firstId: string | null;
    reason: string | null;
    correctedOn: string | null;
    subjects: readonly string[];
  },
): Promise<void> {
  await sql`
    INSERT INTO publication
      (id, key, version, first_id, reason, corrected_on, round_id, kind, municipality_id, organisation_id, published_on, title,
       summary, language, other_languages, publisher, place, series, subjects, isbn, doi, pages, licence, url)
    SELECT ${row.id}::uuid, ${row.key}, ${row.version}::smallint, ${row.firstId}::uuid, ${row.reason}::jsonb,
           ${row.correctedOn}::date, ${row.roundId}::uuid, kind, municipality_id, organisation_id, published_on, title,
           nullif(summary::jsonb, '{}'), language, other_languages, nullif(publisher, ''), nullif(place, ''),
           nullif(series, ''), ${[...row.subjects]}::text[], isbn, doi, pages, nullif(licence, ''), nullif(url, '')
      FROM publication_draft WHERE id = ${row.draftId}::uuid`.execute(tx);
}

/** The round that the version before belonged to. */
export async function readRoundOf(db: Db, publicationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('publication')
    .select('round_id')
    .where('id', '=', publicationId)
    .executeTakeFirst();
  return row?.round_id ?? null;
}
