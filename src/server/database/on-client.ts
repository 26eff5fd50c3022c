import { Kysely, PostgresDialect } from 'kysely';
import type { ClientBase } from 'pg';
import type { DB } from './types.ts';
import type { Db } from './db.ts';

/** Typed queries on a connection that someone else holds, inside the transaction that runs on it. */
export function onClient(client: ClientBase): Db {
  const held = { query: client.query.bind(client), release: () => undefined };
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(held), end: () => Promise.resolve(), options: {} },
    }),
  });
}
