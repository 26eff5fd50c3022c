import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '#server/database/db.ts';

export interface TestDatabase extends Database {
  url: string;
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client(inject('serverUrl'));
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/**
 * Creates a copy of the migrated template; the caller closes and drops it.
 * @param template another database to copy, e.g. template0, which is empty
 */
export async function createTestDatabase(
  template = inject('template'),
): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `pop_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const database = openDatabase({ url: url.href, preparedStatements: true, poolSize: 5 });
  return {
    ...database,
    url: url.href,
    drop: async () => {
      await database.close();
      await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** A database of its own for a test file: `const database = useDatabase(); … database().db`. */
export function useDatabase(): () => TestDatabase {
  let current: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
  beforeAll(async () => {
    current = await createTestDatabase();
  });
  afterAll(() => current?.drop());
  return () => {
    if (!current) throw new Error('the database is there from beforeAll on');
    return current;
  };
}
