import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, useDatabase } from '#testing/database.ts';
import { describeTables } from './describe.ts';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';
import { typesFile } from './types-file.ts';

const database = useDatabase();

test('a migrated database has nothing left to do', async () => {
  expect(await migrate(database().url)).toEqual([]);
});

test('an applied migration that was edited is refused in a sentence', async () => {
  const own = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'pop-migrations-'));
  try {
    await cp(migrationsFolder, folder, { recursive: true });
    await writeFile(join(folder, '0002_sources.sql'), '-- edited\n');
    await expect(migrate(own.url, folder)).rejects.toThrow(
      /0002_sources\.sql was applied .* in another form/,
    );
  } finally {
    await rm(folder, { recursive: true });
    await own.drop();
  }
});

test('a migration that fails leaves nothing of itself behind', async () => {
  const own = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'pop-migrations-'));
  try {
    await cp(migrationsFolder, folder, { recursive: true });
    await writeFile(join(folder, '9999_broken.sql'), 'CREATE TABLE half (id int); SELECT 1/0;');
    await expect(migrate(own.url, folder)).rejects.toThrow(/division by zero/);
    const { rows } = await own.pool.query(`SELECT to_regclass('half') AS half`);
    expect(rows).toEqual([{ half: null }]);
  } finally {
    await rm(folder, { recursive: true });
    await own.drop();
  }
});

test('a database that a newer program has used is refused', async () => {
  const own = await createTestDatabase();
  try {
    await own.pool.query(`INSERT INTO migration (name, checksum) VALUES ('9999_newer.sql', '')`);
    await expect(migrate(own.url)).rejects.toThrow(
      'This database has the migration 9999_newer.sql, which this version of POP does not know',
    );
  } finally {
    await own.drop();
  }
});

test('of two programs that start on an empty database, both find it migrated once', async () => {
  const own = await createTestDatabase('template0');
  try {
    const [first, second] = await Promise.all([migrate(own.url), migrate(own.url)]);
    const names = (await readMigrations()).map((migration) => migration.name);
    expect([...first, ...second].toSorted()).toEqual(names);
  } finally {
    await own.drop();
  }
});

test('the TypeScript types are those of the database', async () => {
  const client = new pg.Client(database().url);
  await client.connect();
  try {
    const made = typesFile(await describeTables(client));
    expect(await readFile('src/server/database/types.ts', 'utf8')).toBe(made);
  } finally {
    await client.end();
  }
});
