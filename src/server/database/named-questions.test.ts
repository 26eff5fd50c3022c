import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';

const database = useDatabase();

test('a question is prepared once on a connection, with values or without; what is no question is not', async () => {
  const prepared = await database()
    .db.connection()
    .execute(async (db) => {
      for (let time = 0; time < 2; time += 1) {
        await sql`SELECT 'without' AS kind`.execute(db);
        await sql`WITH one AS (SELECT 1) SELECT ${'with'}::text AS kind FROM one`.execute(db);
        await sql`SET LOCAL lock_timeout = 0`.execute(db);
      }
      const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements WHERE NOT statement LIKE '%pg_prepared%'`.execute(db);
      return rows.map(({ statement }) => statement);
    });
  expect(prepared.toSorted()).toEqual([
    "SELECT 'without' AS kind",
    'WITH one AS (SELECT 1) SELECT $1::text AS kind FROM one',
  ]);
});
