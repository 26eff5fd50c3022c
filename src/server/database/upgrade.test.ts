import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '#testing/database.ts';
import type { Db } from './db.ts';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';

type Row = Record<string, unknown>;

/** Every row of every table that holds some, but for the list of migrations. */
async function readEverything(db: Db): Promise<Map<string, Row[]>> {
  const tables = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'migration'`.execute(db);
  const found = new Map<string, Row[]>();
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: Row }>`
      SELECT to_jsonb(t) AS row FROM ${sql.table(name)} t ORDER BY t::text`.execute(db);
    if (rows.length > 0)
      found.set(
        name,
        rows.map(({ row }) => row),
      );
  }
  return found;
}

/** The migrations up to one, in a folder of their own. */
async function migrationsUpTo(last: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pop-migrations-'));
  const wanted = (await readMigrations()).filter(({ name }) => name <= last);
  for (const { name } of wanted) await cp(join(migrationsFolder, name), join(folder, name));
  return folder;
}

test('a database of the first version comes up to the newest with every row and cell that it held', async () => {
  const own = await createTestDatabase('template0');
  const folder = await migrationsUpTo('0011_field_basis_in_one_word.sql');
  try {
    await migrate(own.url, folder);
    await own.pool.query(await readFile(join(import.meta.dirname, 'at-0011.fixture.sql'), 'utf8'));
    const before = await readEverything(own.db);
    expect(await migrate(own.url)).toContain('0012_accounts.sql');
    const after = await readEverything(own.db);
    for (const [table, rows] of before) {
      const now = after.get(table) ?? [];
      expect({ table, count: now.length }).toEqual({ table, count: rows.length });
      for (const row of rows) expect(now).toContainEqual(expect.objectContaining(row));
    }
    expect(before.get('signature')).toHaveLength(30);
    expect(before.size).toBeGreaterThan(14);
  } finally {
    await rm(folder, { recursive: true });
    await own.drop();
  }
});
