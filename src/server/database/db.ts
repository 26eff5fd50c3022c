import { createHash } from 'node:crypto';
import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { DB } from './types.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

export interface Database {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Named prepared statements: 2.7 times faster on the list query; off for a pgbouncer before 1.21. */
  preparedStatements: boolean;
  poolSize?: number;
}

// A calendar day has no time zone: pg would make a Date at local midnight of it.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
// Counts and measures of this record fit a double exactly; pg gives strings because not all do.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Opens a pool of connections. Nothing is asked of the server until the first query. */
export function openDatabase({ url, preparedStatements, poolSize = 10 }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'pop',
  });
  // A connection that breaks while idle is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => undefined);
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

const names = new Map<string, string>();
const mostNames = 2_000;

/** One name per distinct statement; undefined past the limit, so that odd queries cannot fill the server's memory. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return undefined;
  const name = `pop_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** The pool, with every parametrised statement named so that the server keeps its plan. */
function namingPool(pool: pg.Pool): PostgresPool {
  const named = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      let wrapped = named.get(client);
      if (!wrapped) {
        wrapped = nameStatements(client);
        named.set(client, wrapped);
      }
      return wrapped;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function nameStatements(client: pg.PoolClient): PostgresPoolClient {
  const query = client.query.bind(client);
  return new Proxy(client, {
    get(target, property) {
      if (property === 'release') return target.release.bind(target);
      if (property !== 'query') return Reflect.get(target, property);
      return (text: unknown, values?: readonly unknown[]) => {
        // Cursors, BEGIN and other statements without values go as they are.
        if (typeof text !== 'string' || !values || values.length === 0) {
          return Reflect.apply(query, client, values ? [text, values] : [text]);
        }
        return query({ text, values: [...values], name: statementName(text) });
      };
    },
  });
}

const retried = new Set(['40001', '40P01']);
const mostTries = 5;

/**
 * Runs `work` in one transaction; tries again where PostgreSQL says that another transaction was in the way
 * (serialization failure, deadlock), so `work` has no effect but through `tx`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!retried.has(code) || attempt === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * Math.random()));
    }
  }
}
