import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { connectAsOperator } from './connect.ts';
import { DatabaseError } from './database-error.ts';
import { prepareDatabase } from './rights.ts';
import { checkServer } from './server-fitness.ts';

/** Any number will do, as long as every copy of the program uses the same: one migrates at a time. */
const migrationLock = 7_070_019;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/** The numbered SQL files in their order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings a database to the newest form; forward only, each file in a transaction of its own.
 * @returns the names of the migrations that were applied
 * @throws DatabaseError in a sentence for the operator: no way in, server too old, a right missing, applied file edited,
 * database of a newer program
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const client = await connectAsOperator(url, 'migrate');
  try {
    await checkServer(client);
    await inLockedTransaction(client, () => prepare(client));
    const migrations = await readMigrations(folder);
    await refuseNewerDatabase(client, migrations);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await inLockedTransaction(client, () => apply(client, migration))) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** Names of the migrations that the database still lacks. */
export async function pendingMigrations(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
  const known = new Set(rows.map((row) => row.name));
  return (await readMigrations()).map((migration) => migration.name).filter((name) => !known.has(name));
}

/** A transaction that waits for every other migrator; the lock ends with it, so it works through pgbouncer too. */
async function inLockedTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Where the connection is gone, so is the transaction; what matters is the first error.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await prepareDatabase(client);
  const { rows } = await client.query<{ table: string | null }>(`SELECT to_regclass('migration') AS table`);
  if (rows[0]?.table) return;
  await client.query(`CREATE TABLE migration (
    name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
}

async function refuseNewerDatabase(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM migration WHERE name <> ALL ($1) ORDER BY name LIMIT 1',
    [migrations.map((migration) => migration.name)],
  );
  const [unknown] = rows;
  if (!unknown) return;
  throw new DatabaseError(
    `This database has the migration ${unknown.name}, which this version of POP does not know: it was used by a newer one. Start that one.`,
  );
}

/** @returns whether the migration was still to be applied */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string }>(
    'SELECT checksum FROM migration WHERE name = $1',
    [name],
  );
  const known = rows[0];
  if (known && known.checksum !== checksum) {
    throw new DatabaseError(
      `The migration ${name} was applied to this database in another form: applied migrations are not edited; add a new one.`,
    );
  }
  if (known) return false;
  await client.query(sql);
  await client.query('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [name, checksum]);
  return true;
}
