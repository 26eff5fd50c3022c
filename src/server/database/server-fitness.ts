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

interface Circumstances {
  /** Quoted as SQL wants them. */
  role: string;
  database: string;
  mayExtend: boolean;
  mayMakeTables: boolean;
  hasTables: boolean;
  available: string[];
  installed: string[];
}

/**
 * Creates the extensions that are missing, and makes sure that tables can be made: since PostgreSQL 15, only the owner
 * of a database may by itself.
 * @throws DatabaseError naming every right that is missing and what to run, or the package that is missing
 */
export async function prepareDatabase(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Circumstances>(
    `SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS database,
            has_database_privilege(current_database(), 'CREATE') AS "mayExtend",
            coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayMakeTables",
            to_regclass('migration') IS NOT NULL AS "hasTables",
            ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS available,
            ARRAY(SELECT extname::text FROM pg_extension WHERE extname = ANY($1)) AS installed`,
    [extensions],
  );
  const [known] = rows;
  if (!known) throw new Error('a SELECT without FROM gives one row');
  const missing = extensions.filter((extension) => !known.installed.includes(extension));
  refuseMissingPackage(missing.filter((extension) => !known.available.includes(extension)));
  refuseMissingRights(known, missing);
  for (const extension of missing) await createExtension(client, extension, known);
}

function refuseMissingPackage(absent: readonly string[]): void {
  if (absent.length === 0) return;
  throw new DatabaseError(
    `The PostgreSQL server lacks the extensions ${absent.join(' and ')}: install its contrib package (Debian: postgresql-contrib), then start again.`,
  );
}

function refuseMissingRights(known: Circumstances, missing: readonly string[]): void {
  const { role, database, mayExtend, mayMakeTables, hasTables } = known;
  const grants: string[] = [];
  if (missing.length > 0 && !mayExtend) grants.push(`GRANT CREATE ON DATABASE ${database} TO ${role};`);
  if (!hasTables && !mayMakeTables) grants.push(`GRANT CREATE ON SCHEMA public TO ${role};`);
  if (grants.length === 0) return;
  const lacks = grants.length === 2 ? 'extensions and tables' : mayExtend ? 'tables' : 'extensions';
  throw new DatabaseError(
    `The role ${role} lacks the right to create ${lacks} in the database ${database}: let an administrator run in it: ${grants.join(' ')} Then start again.`,
  );
}

/** Both extensions are trusted, so the right on the database is enough, but for servers with rules of their own. */
async function createExtension(
  client: pg.ClientBase,
  extension: string,
  { role, database }: Circumstances,
): Promise<void> {
  try {
    await client.query(`CREATE EXTENSION ${extension}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new DatabaseError(
      `The role ${role} may not create the extension ${extension} (${error.message}): let an administrator run CREATE EXTENSION ${extension}; in the database ${database}, then start again.`,
      { cause: error },
    );
  }
}
