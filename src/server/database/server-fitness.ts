import pg from 'pg';
import { DatabaseError } from './database-error.ts';

const oldestServer = 15;
const extensions = ['unaccent', 'pg_trgm'] as const;

/** Refuses a PostgreSQL that is too old for our SQL. @param version as in `server_version_num`, e.g. 150004 */
export function refuseOldServer(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return;
  throw new DatabaseError(
    `This database is PostgreSQL ${major}; POP needs PostgreSQL ${oldestServer} or newer.`,
  );
}

/** @throws DatabaseError where the server is too old, or the database cannot hold every letter */
export async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; database: string }>(
    `SELECT current_setting('server_version_num')::int AS version,
            current_setting('server_encoding') AS encoding, current_database() AS database`,
  );
  const { version = 0, encoding = '', database = '' } = rows[0] ?? {};
  refuseOldServer(version);
  if (encoding !== 'UTF8') {
    throw new DatabaseError(
      `The database "${database}" is encoded in ${encoding}; POP needs UTF8: create it anew with ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

/** Creates the extensions that are missing. @throws DatabaseError naming the right, or the package, that is missing */
export async function createExtensions(client: pg.ClientBase): Promise<void> {
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
    if (!known.installed) await createExtension(client, extension);
  }
}

async function createExtension(client: pg.ClientBase, extension: string): Promise<void> {
  await client.query('SAVEPOINT extension');
  try {
    await client.query(`CREATE EXTENSION ${extension}`);
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT extension');
    const { role, database } = await whoAndWhere(client);
    throw new DatabaseError(
      `The role ${role} may not create the extension ${extension}: let an administrator run GRANT CREATE ON DATABASE ${database} TO ${role}, or CREATE EXTENSION ${extension} in that database, then start again.`,
    );
  }
}

/** Refuses a role that may not make tables: since PostgreSQL 15 only the owner of a database may by itself. */
export async function checkTablesCanBeMade(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_schema_privilege(current_schema(), 'CREATE') AS may`,
  );
  if (rows[0]?.may) return;
  const { role, database } = await whoAndWhere(client);
  throw new DatabaseError(
    `The role ${role} may not make tables: let an administrator run GRANT CREATE ON SCHEMA public TO ${role} in the database ${database}, then start again.`,
  );
}

function isMissingRight(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42501';
}

/** The role and the database, quoted as SQL wants them. */
async function whoAndWhere(client: pg.ClientBase): Promise<{ role: string; database: string }> {
  const { rows } = await client.query<{ role: string; database: string }>(
    'SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS database',
  );
  return rows[0] ?? { role: '', database: '' };
}
