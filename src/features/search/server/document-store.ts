import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { kindWeight, searchKinds, type SearchKind } from '../kinds.ts';
import { filtered, lexeme, type Filters, type TextQuery } from './text-query.ts';

/** Documents that are ranked; more match alike. */
export const mostRanked = 1500;

/** Years and municipalities offered as filters. */
const mostChoices = 100;

/** Documents that are read for the order of their words. */
export const mostRead = 6000;

export interface FoundDocument {
  kind: SearchKind;
  key: string;
  year: number | null;
  textLanguage: Language;
  title: string;
  body: string;
  municipalityKey: string | null;
  municipalityName: string | null;
}

export interface Found {
  /** How many documents match, by kind. */
  kinds: Partial<Record<SearchKind, number>>;
  /** Years and municipalities that occur, the latest and the commonest of them: one may choose among these. */
  years: number[];
  municipalities: { key: string; name: string }[];
  documents: FoundDocument[];
}

export const nothing: Found = { kinds: {}, years: [], municipalities: [], documents: [] };

/** The part of what was found that is shown. */
export interface Page {
  kind: SearchKind | undefined;
  skip: number;
  take: number;
}

/** How much of the table is read: the small sample, the larger one, or all (search_document.tier). */
export type Reach = 1 | 2 | 3;

// Written out, so that the planner sees the condition of the partial index.
const within: Readonly<Record<Reach, ReturnType<typeof sql>>> = {
  1: sql`AND d.tier = 1`,
  2: sql`AND d.tier <= 2`,
  3: sql``,
};

const weights = sql.join(
  searchKinds.map((kind) => sql`WHEN ${sql.lit(kind)} THEN ${sql.lit(kindWeight[kind])}`),
  sql` `,
);

/**
 * The documents that match, ranked: as typed over other forms, title over text, then the kind, then the later year
 * (fifty years are worth one point).
 */
export async function findDocuments(
  db: Db,
  language: Language,
  query: TextQuery,
  filters: Filters,
  reach: Reach,
  page: Page,
): Promise<Found> {
  const where = filtered(query.where, language, filters);
  // The order of words is read in the documents themselves, so only so many are looked into.
  const documents =
    query.loosely === undefined
      ? sql`search_document d WHERE d.words @@ ${where}::tsquery ${within[reach]}`
      : sql`(SELECT * FROM search_document d
              WHERE d.words @@ ${filtered(query.loosely, language, filters)}::tsquery ${within[reach]}
              LIMIT ${sql.lit(mostRead)}) d
            WHERE d.words @@ ${where}::tsquery`;
  const { rows } = await sql<Found>`
    WITH hit AS MATERIALIZED (
      SELECT d.subject_id, d.kind, d.year, d.municipality_id,
             8 * ts_rank(d.words, ${query.exact}::tsquery) + 3 * ts_rank(d.words, ${query.all}::tsquery)
               + CASE d.kind ${weights} ELSE 0 END + coalesce(d.year - 2015, 0) / 50.0 AS score
        FROM ${documents}
       LIMIT ${sql.lit(mostRanked)}
    ), shown AS (
      SELECT subject_id, score, year FROM hit
       ${page.kind === undefined ? sql`` : sql`WHERE kind = ${page.kind}`}
       ORDER BY score DESC, year DESC NULLS LAST, subject_id
       LIMIT ${page.take} OFFSET ${page.skip}
    )
    SELECT (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*) AS n FROM hit GROUP BY kind) k) AS kinds,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'kind', d.kind, 'key', d.key, 'year', d.year, 'textLanguage', d.text_language, 'title', d.title,
                     'body', d.body, 'municipalityKey', m.key, 'municipalityName', m.name)
                     ORDER BY s.score DESC, s.year DESC NULLS LAST, s.subject_id), '[]')
              FROM shown s
              JOIN search_document d ON d.subject_id = s.subject_id AND d.language = ${language}
              LEFT JOIN municipality m ON m.id = d.municipality_id) AS documents,
           (SELECT coalesce(jsonb_agg(year ORDER BY year DESC), '[]')
              FROM (SELECT DISTINCT year FROM hit WHERE year IS NOT NULL ORDER BY year DESC LIMIT ${sql.lit(mostChoices)}) y) AS years,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('key', m.key, 'name', m.name)), '[]')
              FROM (SELECT municipality_id AS id FROM hit WHERE municipality_id IS NOT NULL
                     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${sql.lit(mostChoices)}) often
              JOIN municipality m ON m.id = often.id) AS municipalities`.execute(db);
  return rows[0] ?? nothing;
}

/** Title and text of some document that has the word: where it is common, one of the small sample. */
export async function readTextWith(db: Db, language: Language, word: string): Promise<string[]> {
  const where = filtered(lexeme(word), language, {});
  const { rows } = await byIndex(db, async (tx) => {
    const common = await sql<{ title: string; body: string }>`
      SELECT title, body FROM search_document WHERE words @@ ${where}::tsquery AND tier = 1 LIMIT 1`.execute(
      tx,
    );
    if (common.rows.length > 0) return common;
    return sql<{ title: string; body: string }>`
      SELECT title, body FROM search_document WHERE words @@ ${where}::tsquery LIMIT 1`.execute(tx);
  });
  return rows.flatMap(({ title, body }) => [title, body]);
}

export async function readMunicipality(db: Db, key: string) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirst();
}

/**
 * Runs `work` with the index of words as the only way to documents: where many match and few are wanted, the planner
 * would rather read the table from its beginning, and guesses the number of matches by a factor of a hundred.
 */
export function byIndex<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`.execute(tx);
      return work(tx);
    });
}
