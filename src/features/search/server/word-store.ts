import { sql } from 'kysely';
import { languages, type Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface KnownWord {
  word: string;
  /** In how many documents it stands. */
  occurrences: number;
}

/** Those of the given words that stand in a document. */
export async function readKnownWords(
  db: Db,
  language: Language,
  words: readonly string[],
): Promise<Map<string, KnownWord>> {
  const { rows } = await sql<KnownWord>`
    SELECT word, occurrences FROM search_word
     WHERE language = ${language} AND word = any(${[...words]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.word, row]));
}

/** The most usual words that begin so. */
export async function readWordsBeginning(
  db: Db,
  language: Language,
  beginning: string,
  most: number,
): Promise<KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    SELECT word, occurrences FROM search_word
     WHERE language = ${language} AND word > ${beginning} AND word < ${`${beginning}\u{10ffff}`}
     ORDER BY occurrences DESC, word LIMIT ${most}`.execute(db);
  return rows;
}

/** The words most like this one by the three-letter pieces they share (pg_trgm). */
export async function readSimilarWords(
  db: Db,
  language: Language,
  word: string,
  most: number,
): Promise<KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    SELECT word, occurrences FROM search_word
     WHERE language = ${language} AND word % ${word} AND similarity(word, ${word}) >= 0.4
     ORDER BY similarity(word, ${word}) DESC, occurrences DESC, word LIMIT ${most}`.execute(db);
  return rows;
}

/** Whether a word stands in a document of another language. */
export async function isWordElsewhere(db: Db, language: Language, word: string): Promise<boolean> {
  const others = languages.filter((other) => other !== language);
  const { rows } = await sql`
    SELECT FROM search_word WHERE language = any(${others}::text[]) AND word = ${word} LIMIT 1`.execute(db);
  return rows.length > 0;
}
