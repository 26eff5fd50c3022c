import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Each connection of the server keeps a plan for each name. */
const mostNames = 2_000;

/**
 * Names statements: one name per distinct text; undefined past the limit, so that odd queries cannot fill the server's memory.
 */
export function createNaming(most = mostNames): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most) return undefined;
    const name = `pop_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    names.set(text, name);
    return name;
  };
}

const statementName = createNaming();

/** The pool, with every parametrised statement named, so that the server parses and plans it once per connection. */
export function namingPool(pool: pg.Pool): PostgresPool {
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
  let isStale = false;
  const ask = (text: unknown, values?: readonly unknown[]) => {
    // Cursors go as they are, and what is neither a question nor given values: BEGIN, DDL.
    if (typeof text !== 'string' || !values || (values.length === 0 && !isQuestion(text))) {
      return Reflect.apply(query, client, values ? [text, values] : [text]);
    }
    return query({ text, values: [...values], name: statementName(text) }).catch((error: unknown) => {
      isStale ||= isOutdatedPlan(error);
      throw error;
    });
  };
  return new Proxy(client, {
    get(target, property) {
      if (property === 'query') return ask;
      // A connection whose plans are older than a migration is replaced; it would refuse the statement for ever.
      if (property === 'release') return (destroy?: boolean) => target.release(destroy === true || isStale);
      return Reflect.get(target, property);
    },
  });
}

/** A question without values is planned anew each time just the same: for a page's worth of them, milliseconds. */
function isQuestion(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text);
}

/** "cached plan must not change result type": a table changed its form after `SELECT *` was prepared. */
function isOutdatedPlan(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message)
  );
}
