import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '#server/database/db.ts';

export interface TestDatabase extends Database {
  url: string;
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(inject('serverUrl'));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function addressOf(name: string): string {
  return Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href;
}

function open(name: string): TestDatabase {
  const url = addressOf(name);
  return { ...openDatabase({ url, preparedStatements: true, poolSize: 5 }), url };
}

/**
 * Creates a copy of the migrated template; the caller closes and drops it.
 * @param template another database to copy, e.g. template0, which is empty
 */
export async function createTestDatabase(
  template = inject('template'),
): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `pop_test_${randomBytes(6).toString('hex')}`;
  // Copying files costs a test server less than writing every page to its log, which is what PostgreSQL does by itself.
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`));
  const database = open(name);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/**
 * A template that holds more than the migrations: filled by the first test file of the run that asks for it, copied by
 * the others.
 * @returns its name
 */
export function filledTemplate(
  content: string,
  fill: (database: TestDatabase) => Promise<void>,
): Promise<string> {
  const name = `${inject('template')}_${content}`;
  return asAdmin(async (admin) => {
    // Until this connection ends, other test files wait here.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    const unfinished = `${name}_unfinished`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished} TEMPLATE ${inject('template')} STRATEGY FILE_COPY`);
    const database = open(unfinished);
    try {
      await fill(database);
    } finally {
      await database.close();
    }
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  });
}

/**
 * A database of its own for a test file: `const database = useDatabase(); … database().db`.
 * @param template gives the name of another database to copy
 */
export function useDatabase(template?: () => Promise<string>): () => TestDatabase {
  let current: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
  beforeAll(async () => {
    current = await createTestDatabase(await template?.());
  });
  afterAll(() => current?.drop());
  return () => {
    if (!current) throw new Error('the database is there from beforeAll on');
    return current;
  };
}
