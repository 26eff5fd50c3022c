import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { VersionReader } from './version-reader.ts';

const database = useDatabase();
let reader: VersionReader | undefined;

afterEach(() => reader?.close());

function open(preparedStatements: boolean) {
  const clients: pg.Client[] = [];
  const failures: unknown[] = [];
  const opened = new VersionReader({
    createClient: () => {
      const client = new pg.Client(database().url);
      clients.push(client);
      return client;
    },
    preparedStatements,
    timeout: 1000,
    onFailure: (error) => failures.push(error),
  });
  reader = opened;
  return { reader: opened, clients, failures };
}

test.each([true, false])('it tells every change, over one connection (prepared: %s)', async (prepared) => {
  const { reader: opened, clients } = open(prepared);
  const first = await opened.read();
  const second = await opened.read();
  await database().pool.query('UPDATE record_version SET version = version + 1');
  const third = await opened.read();
  expect(first).toMatch(/^\d+\.\d+\.\d+$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(clients).toHaveLength(1);
});

test('a record that was loaded anew is another version, though it counts from the start again', async () => {
  const { reader: opened } = open(true);
  const before = await opened.read();
  await database().pool.query(
    `BEGIN; CREATE TEMPORARY TABLE kept AS TABLE record_version; DELETE FROM record_version;
     INSERT INTO record_version (version) SELECT version FROM kept; COMMIT`,
  );
  expect(await opened.read()).not.toBe(before);
});

test('a connection that turns out to be broken is replaced within the same question', async () => {
  const { reader: opened, clients, failures } = open(true);
  const before = await opened.read();
  void clients[0]?.end();
  expect(await opened.read()).toBe(before);
  expect([clients.length, failures]).toEqual([2, []]);
});

test('without a table to read there is no version, and the reason is told', async () => {
  const { reader: opened, failures } = open(true);
  await database().pool.query('ALTER TABLE record_version RENAME TO hidden');
  expect(await opened.read()).toBeUndefined();
  expect(failures).toHaveLength(1);
  await database().pool.query('ALTER TABLE hidden RENAME TO record_version');
  expect(await opened.read()).toBeDefined();
});
