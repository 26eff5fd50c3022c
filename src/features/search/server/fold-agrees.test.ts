import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { fold, tokenise } from '../fold.ts';

function between(first: number, last: number) {
  return fc
    .integer({ min: first, max: last })
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => /[\p{L}\p{M}]/u.test(letter));
}

// Letters whose cases no edition of Unicode will change: Latin, Greek, Cyrillic, with marks and signs among them.
const character = fc.oneof(
  fc.constantFrom(...Array.from('aeiouëçËÇABCxyz0123456789 .,-–„“”’\'"/@&<>:;!?_%\n')),
  between(0xa1, 0x24f),
  between(0x300, 0x36f),
  between(0x391, 0x3c9),
  between(0x400, 0x45f),
  between(0x1e00, 0x1eff),
);
const texts = fc.array(fc.string({ unit: character, maxLength: 60 }), { minLength: 200, maxLength: 200 });

describe('the database and the application', () => {
  const database = useDatabase();

  it('fold alike', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (sample) => {
        const { rows } = await sql<{ folded: string }>`
          SELECT fold_text(t) AS folded FROM unnest(${sample}::text[]) WITH ORDINALITY u (t, n) ORDER BY n`.execute(
          database().db,
        );
        expect(rows.map((row) => row.folded)).toEqual(sample.map(fold));
      }),
      { numRuns: 10 },
    );
  });

  it('find the same words in a text', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (sample) => {
        const { rows } = await sql<{ words: string[] }>`
          SELECT tsvector_to_array(search_words(t)) AS words
            FROM unnest(${sample}::text[]) WITH ORDINALITY u (t, n) ORDER BY n`.execute(database().db);
        for (const [index, text] of sample.entries()) {
          const ours = new Set(tokenise(text).map(({ word }) => word));
          expect({ text, words: new Set(rows[index]?.words) }).toEqual({ text, words: ours });
        }
      }),
      { numRuns: 10, examples: [[['9e5abc', '1E2Ē5Ѐ', '3ë4f5', '3e\u03034\u0301x', '9e5', '9e5\u0301']]] },
    );
  });
});
