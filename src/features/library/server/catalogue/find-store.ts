import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { CatalogueHit, FoundIn } from '../../catalogue.ts';
import type { Step } from './conditions.ts';

/** Entries that are looked through in their order, where many of them match. */
const mostWalked = 3000;
/** Where so many of those would match, it is worth it. */
const worthWalking = 60;

export interface FoundEntry {
  id: string;
  ordering: string;
}

/** Where in the catalogue's order to look. */
export interface Within {
  /** The last entry before. */
  after: string | undefined;
  /** Entries of this year alone: they stand side by side. */
  year: number | undefined;
}

function within({ after, year }: Within): RawBuilder<unknown> {
  const begins = year === undefined ? undefined : String(9999 - year).padStart(4, '0');
  const from = after ?? (begins && `${begins} `);
  return sql`${from === undefined ? sql`true` : sql`ordering > ${from}`}
    ${begins === undefined ? sql`` : sql`AND ordering < ${`${begins}!`}`}`;
}

/** The first entries in the catalogue's order, of those that come next. */
async function walk(db: Db, step: Step, where: Within, limit: number): Promise<FoundEntry[]> {
  const condition = step.where === '' ? sql`true` : sql`words @@ ${step.where}::tsquery`;
  const { rows } = await sql<FoundEntry>`
    SELECT id, ordering FROM (
      SELECT id, ordering, words FROM library_entry WHERE ${within(where)} ORDER BY ordering LIMIT ${sql.lit(mostWalked)}
    ) e WHERE ${condition} ORDER BY ordering LIMIT ${limit}`.execute(db);
  return rows;
}

/** All entries that the index of words gives, the first of them in the catalogue's order. */
async function gather(db: Db, { where, text }: Step, near: Within, limit: number): Promise<FoundEntry[]> {
  const conditions = [
    ...(where === '' ? [] : [sql`words @@ ${where}::tsquery`]),
    ...(text === undefined ? [] : [sql`text_words @@ ${text.where}::tsquery`]),
  ];
  const { rows } = await sql<FoundEntry>`
    SELECT id, ordering FROM (
      SELECT id, ordering, words FROM library_entry WHERE ${sql.join(conditions, sql` AND `)} OFFSET 0
    ) e WHERE ${within(near)} ${text?.not === undefined ? sql`` : sql`AND NOT words @@ ${text.not}::tsquery`}
    ORDER BY ordering LIMIT ${limit}`.execute(db);
  return rows;
}

/** The next entries of a step, in the catalogue's order. @param entries in all, about */
export async function findEntries(
  db: Db,
  step: Step,
  where: Within,
  { limit, entries }: { limit: number; entries: number },
): Promise<FoundEntry[]> {
  // Where many match, the first of them are near: gathering all would take longest of all.
  if (step.text === undefined && step.most * mostWalked > worthWalking * entries) {
    const near = await walk(db, step, where, limit);
    if (near.length === limit || step.where === '') return near;
  }
  return gather(db, step, where, limit);
}

/** Entries whose title is just this. */
export async function findExact(db: Db, title: string, narrowing: string): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    SELECT id, ordering FROM library_entry
     WHERE words @@ ('''' || library_title(${title}) || '''' || ${narrowing === '' ? '' : ` & ${narrowing}`})::tsquery
     ORDER BY ordering LIMIT 20`.execute(db);
  return rows;
}

type Shown = Omit<CatalogueHit, 'found' | 'passage'>;

/** What entries show of themselves, by their ids. */
export async function readShown(db: Db, ids: readonly string[]): Promise<Map<string, Shown>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Shown>`
    SELECT id, origin, key, kind, title, authors, year, language, has_file AS "hasFile", call_number AS "callNumber"
      FROM library_entry WHERE id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface FoundPage {
  id: string;
  sha256: string;
  page: number;
  content: string;
  language: string | null;
}

/** Of each publication the page of a file where most is found: all words where there is one, else the first with any. */
export async function readPages(
  db: Db,
  ids: readonly string[],
  words: { all: string; any: string },
): Promise<Map<string, FoundPage>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FoundPage>`
    SELECT wanted.id, best.sha256, best.page, best.content, best.language
      FROM unnest(${[...ids]}::uuid[]) wanted (id)
      CROSS JOIN LATERAL (
        SELECT page.sha256, page.page, page.content, t.language
          FROM publication_file f
          JOIN file_text t ON t.sha256 = f.sha256
          JOIN file_page page ON page.sha256 = f.sha256
         WHERE f.publication_id = wanted.id AND page.words @@ ${words.any}::tsquery
         ORDER BY page.words @@ ${words.all}::tsquery DESC, f.position, page.page LIMIT 1
      ) best`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The pages of a publication's files where words stand: all of them where there are such, else any. */
export async function readPagesOf(
  db: Db,
  id: string,
  words: { all: string; any: string },
  limit: number,
): Promise<FoundPage[]> {
  const { rows } = await sql<FoundPage>`
    SELECT f.publication_id AS id, page.sha256, page.page, page.content, t.language
      FROM publication_file f
      JOIN file_text t ON t.sha256 = f.sha256
      JOIN file_page page ON page.sha256 = f.sha256
     WHERE f.publication_id = ${id} AND page.words @@ ${words.any}::tsquery
     ORDER BY page.words @@ ${words.all}::tsquery DESC, f.position, page.page LIMIT ${limit}`.execute(db);
  return rows;
}

/** The name of a step as it stands in an address, with where to go on in it. */
export interface Cursor {
  found: FoundIn | 'all';
  ordering: string;
}
