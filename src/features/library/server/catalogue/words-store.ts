import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Where a word stands: title, author, subject, description, the text of a file. */
export type Place = 't' | 'a' | 's' | 'd' | 'f';

export interface KnownWord {
  word: string;
  place: Place;
  occurrences: number;
}

/** Those of some words that the catalogue has, in each place. */
export async function readKnown(db: Db, words: readonly string[]): Promise<KnownWord[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<KnownWord>`
    SELECT word, place, occurrences FROM library_word WHERE word = any(${[...words]}::text[])`.execute(db);
  return rows;
}

/** The most usual words that begin so. */
export async function readBeginning(db: Db, beginning: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    SELECT word FROM library_word
     WHERE word > ${beginning} AND word < ${`${beginning}\u{10ffff}`}
     GROUP BY word ORDER BY sum(CASE WHEN place = 'f' THEN occurrences ELSE 3 * occurrences END) DESC, word
     LIMIT ${most}`.execute(db);
  return rows.map(({ word }) => word);
}

/** The word most like this one by the three-letter pieces they share, of those that entries say of themselves. */
export async function readSimilar(db: Db, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    SELECT word FROM library_word
     WHERE place <> 'f' AND word % ${word} AND similarity(word, ${word}) >= 0.4
     ORDER BY similarity(word, ${word}) DESC, occurrences DESC, word LIMIT 1`.execute(db);
  return rows.map((row) => row.word);
}

/** How many entries there are, about. */
export async function readSize(db: Db): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    SELECT greatest(reltuples, 0)::float8 AS entries FROM pg_class WHERE oid = 'library_entry'::regclass`.execute(
    db,
  );
  return rows[0]?.entries ?? 0;
}
