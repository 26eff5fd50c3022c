import pg from 'pg';
import { jobsSchema } from '../jobs/schema.ts';
import { connectAsOperator } from './connect.ts';

/** Search documents are made anew from the record, which replaces their tables: whoever does that must own them. */
const remade = ['search_document', 'search_word', 'library_entry', 'library_word'] as const;

/** A right is missing, or another process did the same at the same moment. */
const refusals = new Set(['42501', '0LP01', '0P000', '42710', '23505', 'XX000']);

/**
 * Makes the role that pages and jobs work as: it reads and writes every table and owns none of the record's, and of the audit
 * it can only read and add. Asked for at every start, so that the tables of a new version are there for it, too.
 * @returns its name; undefined where this login may not make roles, or a pooler between drops the setting: the audit's triggers
 * hold all the same
 */
export async function separateRole(url: string): Promise<string | undefined> {
  const client = await connectAsOperator(url, 'rights');
  try {
    const role = await nameOfRole(client);
    await client.query('BEGIN');
    await makeRole(client, role);
    for (const statement of rightsOf(role)) await client.query(statement);
    await client.query('COMMIT');
    return (await isInForce(url, role)) ? role : undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (error instanceof pg.DatabaseError && refusals.has(error.code ?? '')) return undefined;
    throw error;
  } finally {
    await client.end();
  }
}

/** What a connection sends at its start to work as a role. */
export function asRole(role: string): string {
  return `-c role=${role}`;
}

/** Roles belong to the whole server: each database has its own, `pop_app` for `pop`. */
async function nameOfRole(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT left(regexp_replace(lower(current_database()), '[^a-z0-9_]', '_', 'g'), 59) || '_app' AS name`,
  );
  return rows[0]?.name ?? 'pop_app';
}

async function makeRole(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ known: boolean; held: boolean }>(
    `SELECT count(*) > 0 AS known, coalesce(bool_or(pg_has_role(oid, 'MEMBER')), false) AS held
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (!rows[0]?.known) await client.query(`CREATE ROLE ${pg.escapeIdentifier(role)} NOLOGIN`);
  if (!rows[0]?.held) await client.query(`GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER`);
}

function rightsOf(name: string): string[] {
  const role = pg.escapeIdentifier(name);
  const all = 'SELECT, INSERT, UPDATE, DELETE';
  return [
    `GRANT USAGE, CREATE ON SCHEMA public TO ${role}`,
    `GRANT ${all} ON ALL TABLES IN SCHEMA public TO ${role}`,
    `REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE ON migration FROM ${role}`,
    ...remade.map((table) => `ALTER TABLE ${table} OWNER TO ${role}`),
    // The queue makes its own tables later, as the login.
    `GRANT USAGE ON SCHEMA ${jobsSchema} TO ${role}`,
    `GRANT ${all} ON ALL TABLES IN SCHEMA ${jobsSchema} TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${jobsSchema} GRANT ${all} ON TABLES TO ${role}`,
  ];
}

/** A pooler may drop what a connection sends at its start, or refuse it. */
async function isInForce(url: string, role: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    options: asRole(role),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('SELECT current_user = $1 AS held', [role]);
    return rows[0]?.held === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
