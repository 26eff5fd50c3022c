import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { inTransaction, usingDatabase, type Database } from './db.ts';

const database = useDatabase();

function open<T>(
  options: { preparedStatements?: boolean; statementTimeout?: number },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { url } = database();
  return usingDatabase({ url, poolSize: 1, preparedStatements: true, ...options }, work);
}

async function preparedNames({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM pg_prepared_statements');
  return rows.map((row) => row.name);
}

async function askTwice({ db }: Database): Promise<void> {
  for (const key of ['a', 'b']) {
    await db.selectFrom('installation').selectAll().where('key', '=', key).execute();
  }
}

test('a statement is prepared once, whatever its values', async () => {
  const names = await open({}, async (own) => {
    await askTwice(own);
    return preparedNames(own);
  });
  expect(names).toEqual([expect.stringMatching(/^pop_[\w-]{20}$/)]);
});

test('prepared statements can be switched off', async () => {
  const names = await open({ preparedStatements: false }, async (own) => {
    await askTwice(own);
    return preparedNames(own);
  });
  expect(names).toEqual([]);
});

test('a statement prepared before a migration fails at most once', async () => {
  await open({}, async ({ db, pool }) => {
    await pool.query('CREATE TABLE changing (id int)');
    const ask = () => sql`SELECT * FROM changing WHERE id > ${0}`.execute(db);
    await ask();
    await pool.query('ALTER TABLE changing ADD COLUMN name text');
    await expect(ask()).rejects.toThrow('cached plan must not change result type');
    expect((await ask()).rows).toEqual([]);
  });
});

test('days stay days, and counts and measures are numbers', async () => {
  const { rows } = await database().pool.query(`
    SELECT '2021-02-03'::date AS day, ARRAY['2021-02-03'::date, NULL] AS days,
           9007199254740991::int8 AS count, ARRAY[1::int8, NULL] AS counts, 41.327500::numeric AS measure`);
  expect(rows).toEqual([
    {
      day: '2021-02-03',
      days: ['2021-02-03', null],
      count: 9007199254740991,
      counts: [1, null],
      measure: 41.3275,
    },
  ]);
});

test('a number too large to be exact is refused rather than changed', async () => {
  await expect(database().pool.query('SELECT 9007199254740993::int8')).rejects.toThrow(RangeError);
});

test('a statement that takes too long is given up by the server', async () => {
  await open({ statementTimeout: 50 }, async ({ db }) => {
    await expect(sql`SELECT pg_sleep(10)`.execute(db)).rejects.toThrow(/statement timeout/);
  });
});

test('a connection that breaks in the middle of a transaction fails that transaction alone', async () => {
  await open({}, async ({ db }) => {
    const broken = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await database().pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return sql`SELECT 1`.execute(tx);
    });
    await expect(broken).rejects.toThrow();
    expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});

test('of two transactions in each other\u2019s way, the one that was refused is tried again', async () => {
  const { db, pool } = database();
  await pool.query(`CREATE TABLE counter (value int NOT NULL); INSERT INTO counter VALUES (0)`);
  let tries = 0;
  const bothHaveRead = Promise.withResolvers<void>();
  const add = () =>
    inTransaction(db, async (tx) => {
      await sql`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`.execute(tx);
      const { rows } = await sql<{ value: number }>`SELECT value FROM counter`.execute(tx);
      tries += 1;
      if (tries === 2) bothHaveRead.resolve();
      await bothHaveRead.promise;
      await sql`UPDATE counter SET value = ${(rows[0]?.value ?? 0) + 1}`.execute(tx);
    });
  await Promise.all([add(), add()]);
  const { rows } = await pool.query('SELECT value FROM counter');
  expect([rows, tries]).toEqual([[{ value: 2 }], 3]);
});
