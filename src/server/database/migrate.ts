import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseError } from './database-error.ts';

const oldestServer = 15;
const extensions = ['unaccent', 'pg_trgm'] as const;
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
 * @throws DatabaseError in a sentence for the operator: server too old, extension missing, applied file edited
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'pop migrate' });
  await client.connect();
  try {
    await checkServer(client);
    await createExtensions(client);
    await client.query(`CREATE TABLE IF NOT EXISTS migration (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const applied: string[] = [];
    for (const migration of await readMigrations(folder)) {
      if (await apply(client, migration)) applied.push(migration.name);
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

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < oldestServer) {
    throw new DatabaseError(
      `This database is PostgreSQL ${major}; POP needs PostgreSQL ${oldestServer} or newer.`,
    );
  }
}

async function createExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; installed: boolean }>(
    `SELECT name, installed_version IS NOT NULL AS installed FROM pg_available_extensions WHERE name = ANY($1)`,
    [extensions],
  );
  for (const extension of extensions) {
    const known = rows.find((row) => row.name === extension);
    if (!known) {
      throw new DatabaseError(
        `The PostgreSQL server lacks the extension ${extension}: install its contrib package (Debian: postgresql-contrib), then start again.`,
      );
    }
    if (known.installed) continue;
    try {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
      const { rows: names } = await client.query<{ role: string; database: string }>(
        'SELECT current_user AS role, current_database() AS database',
      );
      const { role = '', database = '' } = names[0] ?? {};
      throw new DatabaseError(
        `The role ${role} may not create the extension ${extension}: let an administrator run GRANT CREATE ON DATABASE "${database}" TO "${role}", or CREATE EXTENSION ${extension} in it, then start again.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
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
    if (!known) {
      await client.query(sql);
      await client.query('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [name, checksum]);
    }
    await client.query('COMMIT');
    return !known;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
