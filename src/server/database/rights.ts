import pg from 'pg';
import { jobsSchema } from '../jobs/schema.ts';
import { DatabaseError } from './database-error.ts';

const extensions = ['unaccent', 'pg_trgm'] as const;

interface Circumstances {
  /** Quoted as SQL wants them. */
  role: string;
  database: string;
  /** CREATE on the database: extensions and schemas. */
  mayExtend: boolean;
  mayMakeTables: boolean;
  /** Who owns our tables, where they are there and this role is not among its members. */
  foreignOwner: string | null;
  hasTables: boolean;
  hasJobs: boolean;
  mayUseJobs: boolean;
  available: string[];
  installed: string[];
  /** Extensions that are installed where statements do not look for them. */
  misplaced: string[];
}

/**
 * Creates the extensions and the schema of the job queue where they are missing, and makes sure that tables can be made:
 * since PostgreSQL 15, only the owner of a database may by itself.
 * @throws DatabaseError naming every right that is missing and what to run, or the package that is missing
 */
export async function prepareDatabase(client: pg.ClientBase): Promise<void> {
  const known = await readCircumstances(client);
  const missing = extensions.filter((extension) => !known.installed.includes(extension));
  refuseMissingPackage(missing.filter((extension) => !known.available.includes(extension)));
  refuseForeignTables(known);
  refuseMissingRights(known, missing);
  for (const extension of missing) await createExtension(client, extension, known);
  if (!known.hasJobs) await client.query(`CREATE SCHEMA ${jobsSchema}`);
}

async function readCircumstances(client: pg.ClientBase): Promise<Circumstances> {
  const { rows } = await client.query<Circumstances>(
    `SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS database,
            has_database_privilege(current_database(), 'CREATE') AS "mayExtend",
            coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayMakeTables",
            (SELECT quote_ident(pg_get_userbyid(relowner)) FROM pg_class
             WHERE oid = to_regclass('migration') AND NOT pg_has_role(relowner, 'USAGE')) AS "foreignOwner",
            to_regclass('migration') IS NOT NULL AS "hasTables",
            jobs IS NOT NULL AS "hasJobs",
            coalesce(has_schema_privilege(jobs, 'CREATE') AND has_schema_privilege(jobs, 'USAGE'), false) AS "mayUseJobs",
            ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS available,
            ARRAY(SELECT extname::text FROM pg_extension WHERE extname = ANY($1)) AS installed,
            ARRAY(SELECT extname::text FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
                  WHERE extname = ANY($1) AND nspname <> ALL(current_schemas(true))) AS misplaced
     FROM to_regnamespace($2) AS jobs`,
    [extensions, jobsSchema],
  );
  const [known] = rows;
  if (!known) throw new Error('a SELECT from one value gives one row');
  return known;
}

function refuseMissingPackage(absent: readonly string[]): void {
  if (absent.length === 0) return;
  throw new DatabaseError(
    `The PostgreSQL server lacks the extensions ${absent.join(' and ')}: install its contrib package (Debian: postgresql-contrib), then start again.`,
  );
}

function refuseForeignTables({ foreignOwner, role, database }: Circumstances): void {
  if (foreignOwner === null) return;
  throw new DatabaseError(
    `The tables in the database ${database} belong to the role ${foreignOwner}, not to ${role}: set DATABASE_URL to that role, or let an administrator run: GRANT ${foreignOwner} TO ${role}; Then start again.`,
  );
}

function refuseMissingRights(known: Circumstances, missing: readonly string[]): void {
  const { role, database, mayExtend, hasJobs } = known;
  const lacks: string[] = [];
  const statements: string[] = [];
  if (missing.length > 0 && !mayExtend) lacks.push('extensions');
  if (!known.hasTables && !known.mayMakeTables) lacks.push('tables');
  if (hasJobs ? !known.mayUseJobs : !mayExtend) lacks.push('the job queue');
  if (lacks.includes('extensions')) statements.push(`GRANT CREATE ON DATABASE ${database} TO ${role};`);
  else if (!hasJobs && !mayExtend) statements.push(`CREATE SCHEMA ${jobsSchema} AUTHORIZATION ${role};`);
  if (lacks.includes('tables')) statements.push(`GRANT CREATE ON SCHEMA public TO ${role};`);
  if (hasJobs && !known.mayUseJobs)
    statements.push(`GRANT USAGE, CREATE ON SCHEMA ${jobsSchema} TO ${role};`);
  for (const extension of known.misplaced) statements.push(`ALTER EXTENSION ${extension} SET SCHEMA public;`);
  if (statements.length === 0) return;
  const what =
    lacks.length > 0
      ? `The role ${role} lacks the right to create ${listed(lacks)} in the database ${database}`
      : `Statements in the database ${database} do not find the extensions ${listed(known.misplaced)}`;
  throw new DatabaseError(
    `${what}: let an administrator run in it: ${statements.join(' ')} Then start again.`,
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
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
