import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { alikeQuery, leastShared } from '../need-query.ts';

const database = useDatabase();

const board = {
  municipalityId: '11111111-1111-4111-8111-111111111111',
  mandateId: '22222222-2222-4222-8222-222222222222',
};
/** No two of them share a stem. */
const words = ['rruga', 'kanali', 'shkolla', 'ambulanca', 'parku', 'ndriçimi'];

test('needs that share as many words as those taken for the same are found, and none that shares fewer', async () => {
  const { db } = database();
  const wordsArbitrary = fc.record({
    said: fc.subarray(words, { minLength: 1 }),
    other: fc.subarray(words, { minLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(wordsArbitrary, async ({ said, other }) => {
      const query = alikeQuery(said.join(' '), board) ?? '';
      const { rows } = await sql<{ isFound: boolean }>`
        SELECT need_words(${board.municipalityId}::uuid, ${board.mandateId}::uuid, ${other.join(' ')}) @@ ${query}::tsquery
          AS "isFound"`.execute(db);
      const shared = said.filter((word) => other.includes(word)).length;
      const wanted = Math.max(Math.min(2, said.length), Math.ceil(leastShared * said.length));
      expect(rows[0]?.isFound).toBe(shared >= wanted);
    }),
  );
});
