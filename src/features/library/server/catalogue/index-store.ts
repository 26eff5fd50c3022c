import { sql, type RawBuilder } from 'kysely';
import { stopWords } from '#features/search/stopwords.ts';
import type { Db } from '#server/database/db.ts';
import { entriesOf, type Origin } from './entries.ts';

const common = [...new Set(Object.values(stopWords).flatMap((words) => [...words]))];

/** Different words of an entry's files that are kept, and how long they are at most: a list of words holds a megabyte. */
const mostWords = 30_000;
const longestWord = 30;

/** Newest first, then by title; the id makes it one order. */
const ordering = sql`lpad((9999 - coalesce(d.year, 0))::text, 4, '0') || ' ' ||
  left(fold_text(coalesce(d.title ->> 'sq', d.title ->> 'en', '')), 60) || ' ' || d.id`;

const words = sql`array_to_tsvector(array_remove(
  library_lexemes('t', concat_ws(' ', d.title ->> 'sq', d.title ->> 'en')) || library_lexemes('a', d.authors)
    || library_lexemes('s', d.subjects) || library_lexemes('d', d.description)
    || ARRAY(SELECT 'l:' || language FROM unnest(d.languages) language)
    || ARRAY['y:' || d.year, 'k:' || d.kind, CASE WHEN d.has_file THEN 'f:y' END,
             library_title(d.title ->> 'sq'), library_title(d.title ->> 'en')], NULL))`;

const textWords = sql`CASE WHEN cardinality(d.texts) > 0 THEN
  ts_delete(array_to_tsvector(ARRAY(
      SELECT DISTINCT word FROM file_page page, unnest(tsvector_to_array(page.words)) word
       WHERE page.sha256 = any(d.texts) AND octet_length(word) <= ${sql.lit(longestWord)} LIMIT ${sql.lit(mostWords)})
    || tsvector_to_array(search_words(concat_ws(' ', d.title ->> 'sq', d.title ->> 'en', d.authors, d.subjects, d.year)))),
    ${common}::text[]) END`;

/**
 * Adds entries to a table of the catalogue: all of an origin's, or those with some ids. Those with a text first, each in the
 * catalogue's order: what is read together lies together.
 */
export async function insertEntries(
  tx: Db,
  table: string,
  origin: Origin,
  ids?: readonly string[],
): Promise<void> {
  const wanted = ids ? sql`WHERE d.id = any(${[...ids]}::uuid[])` : sql``;
  await sql`
    INSERT INTO ${sql.id(table)}
      (id, origin, key, kind, title, authors, year, language, has_file, call_number, ordering, digest, words, text_words)
    SELECT d.id, d.origin, d.key, d.kind, d.title, d.authors, d.year, d.language, d.has_file, d.call_number, ${ordering},
           d.digest, ${words}, ${textWords}
      FROM (SELECT * FROM ${entriesOf(origin)} d ${wanted} ORDER BY cardinality(d.texts) = 0, ${ordering} OFFSET 0) d`.execute(
    tx,
  );
}

export interface Difference {
  /** Entries that are there and should not be, or say something else. */
  stale: string[];
  /** What has no entry, or another one. */
  missing: string[];
  entries: number;
}

/** How the catalogue differs from what it is made of. */
export async function readDifference(tx: Db, origin: Origin): Promise<Difference> {
  const { rows } = await sql<Difference>`
    SELECT coalesce(array_agg(e.id) FILTER (WHERE e.id IS NOT NULL AND e.digest IS DISTINCT FROM s.digest), '{}') AS stale,
           coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL AND e.digest IS DISTINCT FROM s.digest), '{}') AS missing,
           count(e.id)::integer AS entries
      FROM (SELECT id, digest FROM library_entry WHERE origin = ${origin}) e
      FULL JOIN ${entriesOf(origin)} s ON s.id = e.id`.execute(tx);
  return rows[0] ?? { stale: [], missing: [], entries: 0 };
}

export async function deleteEntries(tx: Db, ids: readonly string[]): Promise<void> {
  await sql`DELETE FROM library_entry WHERE id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** The words of entries with the place of each; those of a text have none before them. */
function wordsOf(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    SELECT substr(word, 3) AS word, left(word, 1) AS place
      FROM library_entry e, unnest(tsvector_to_array(e.words)) word
     WHERE left(word, 2) IN ('t:', 'a:', 's:', 'd:') ${wanted}
     UNION ALL
    SELECT word, 'f' FROM library_entry e, unnest(tsvector_to_array(e.text_words)) word
     WHERE e.text_words IS NOT NULL ${wanted}`;
}

/** Adds (or with -1 takes away) the words of some entries. */
export async function countWords(tx: Db, ids: readonly string[], sign: 1 | -1): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO library_word AS known (word, place, occurrences)
    SELECT word, place, ${sql.lit(sign)} * count(*)
      FROM (${wordsOf(sql`AND e.id = any(${[...ids]}::uuid[])`)}) w
     GROUP BY word, place ORDER BY word, place
    ON CONFLICT (word, place) DO UPDATE SET occurrences = known.occurrences + excluded.occurrences`.execute(
    tx,
  );
}

/** Those that stand nowhere any more. */
export async function deleteUnused(tx: Db): Promise<void> {
  await sql`DELETE FROM library_word WHERE occurrences <= 0`.execute(tx);
}

/** All words, into a table of them. */
export async function insertAllWords(tx: Db, table: string): Promise<void> {
  await sql`
    INSERT INTO ${sql.id(table)} (word, place, occurrences)
    SELECT word, place, count(*) FROM (${wordsOf(sql``)}) w GROUP BY word, place`.execute(tx);
}
