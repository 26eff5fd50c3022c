import { openDatabase } from '#server/database/db.ts';
import { seeded } from './statistics.ts';

const queries = 300;

/**
 * What people might type: words of the record, one to three at a time, one in five without its diacritics, one in five
 * with a letter mistaken. Frequent words come as often as rare ones, which is harder than life.
 */
export async function drawSearches(databaseUrl: string): Promise<string[]> {
  const { pool, close } = openDatabase({ url: databaseUrl, preparedStatements: true, poolSize: 1 });
  try {
    const { rows } = await pool.query<{ title: string }>(
      `SELECT title FROM search_document WHERE language = 'sq' ORDER BY md5(subject_id::text) LIMIT $1`,
      [queries],
    );
    const random = seeded(7);
    return rows.map(({ title }) => `/sq/search?q=${encodeURIComponent(typed(title, random))}`);
  } finally {
    await close();
  }
}

function typed(title: string, random: () => number): string {
  const words = title.split(/[^\p{L}]+/u).filter((word) => word.length > 3);
  const start = Math.floor(random() * words.length);
  const some = words.slice(start, start + 1 + Math.floor(random() * 3)).join(' ');
  const way = random();
  if (way < 0.2) return some.replaceAll('ë', 'e').replaceAll('ç', 'c');
  if (way < 0.4) return mistype(some, random);
  return some;
}

/** Swaps two letters that stand side by side. */
function mistype(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
