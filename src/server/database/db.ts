import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { asRole } from './app-role.ts';
import { setParsers } from './parsers.ts';
import { namingPool } from './prepared-statements.ts';
import type { DB } from './types.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

export interface Database {
  db: Db;
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Named prepared statements: 2.7 times faster on the list query; off for a pgbouncer before 1.21. */
  preparedStatements: boolean;
  poolSize?: number;
  /** Milliseconds after which the server gives a statement up; without it, a statement may take as long as it needs. */
  statementTimeout?: number | undefined;
  /** The role that statements run as, where it isn't the login itself (app-role.ts). */
  role?: string | undefined;
}

setParsers();

/** Opens a pool of connections. Nothing is asked of the server until the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, preparedStatements, poolSize = 10, statementTimeout, role } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'pop',
    ...(statementTimeout === undefined ? {} : { statement_timeout: statementTimeout }),
    ...(role === undefined ? {} : { options: asRole(role) }),
  });
  // A connection that breaks is replaced at the next query, and the query that ran on it is told; unheard, the event
  // would end the process. The pool listens to idle connections alone, so those in use are listened to as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparedStatements ? namingPool(pool) : pool }),
  });
  return {
    db,
    pool,
    close: async () => {
      // Kysely ends the pool only where it has used it itself; idle connections would keep the process for half a minute.
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Opens a database for one piece of work, and closes it whatever comes of it. */
export async function usingDatabase<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const retried = new Set(['40001', '40P01']);
const mostTries = 5;

type Ending = () => Promise<void>;

/** What open transactions still have to do before they commit. */
const endings = new WeakMap<Db, Ending[]>();

/**
 * Puts work off to the end of the transaction that `tx` runs in.
 * @returns whether it is put off: only inTransaction has such an end
 */
export function putOff(tx: Db, ending: Ending): boolean {
  return (endings.get(tx)?.push(ending) ?? 0) > 0;
}

async function runToEnd<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const waiting: Ending[] = [];
  endings.set(tx, waiting);
  const result = await work(tx);
  for (const ending of waiting) await ending();
  return result;
}

/**
 * Runs `work` in one transaction; tries again where PostgreSQL says that another transaction was in the way
 * (serialization failure, deadlock), so `work` has no effect but through `tx`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((tx) => runToEnd(tx, work));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!retried.has(code) || attempt === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * Math.random()));
    }
  }
}

/** Reads by several questions what stood at one moment, whatever is committed meanwhile. Nothing is written. */
export function inSnapshot<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => read(tx));
}
