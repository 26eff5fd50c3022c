import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/database.ts';
import { migrate } from './migrate.ts';
import { refuseOldServer } from './server-fitness.ts';

const role = `pop_role_${randomBytes(4).toString('hex')}`;
let empty: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  empty = await createTestDatabase('template0');
  await empty.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
});

afterAll(async () => {
  await empty.pool.query(`DROP OWNED BY ${role}`);
  await empty.pool.query(`DROP ROLE ${role}`);
  await empty.drop();
});

function address(changes: Partial<URL>): string {
  return Object.assign(new URL(empty.url), { username: role, password: 'secret' }, changes).href;
}

test('a role that lacks rights is told which, and what to run', async () => {
  const database = new URL(empty.url).pathname.slice(1);
  await empty.pool.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  const onDatabase = `GRANT CREATE ON DATABASE ${database} TO ${role};`;
  const onSchema = `GRANT CREATE ON SCHEMA public TO ${role};`;
  await expect(migrate(address({}))).rejects.toThrow(
    `The role ${role} lacks the right to create extensions, tables and the job queue in the database ${database}: let an administrator run in it: ${onDatabase} ${onSchema} Then start again.`,
  );
  await empty.pool.query(onDatabase);
  await expect(migrate(address({}))).rejects.toThrow(
    `The role ${role} lacks the right to create tables in the database ${database}: let an administrator run in it: ${onSchema} Then start again.`,
  );
  await empty.pool.query(onSchema);
  expect((await migrate(address({}))).length).toBeGreaterThan(0);
});

test('a role without the right to create extensions can use a database where they are', async () => {
  const own = await createTestDatabase('template0');
  try {
    const { pathname } = new URL(own.url);
    await own.pool.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
    await expect(migrate(address({ pathname }))).rejects.toThrow(
      'lacks the right to create extensions and the job queue in',
    );
    await own.pool.query('CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm');
    const schema = `CREATE SCHEMA jobs AUTHORIZATION ${role};`;
    await expect(migrate(address({ pathname }))).rejects.toThrow(
      `lacks the right to create the job queue in the database ${pathname.slice(1)}: let an administrator run in it: ${schema} Then`,
    );
    await own.pool.query(schema);
    expect((await migrate(address({ pathname }))).length).toBeGreaterThan(0);
  } finally {
    await own.drop();
  }
});

test('a schema of the job queue that the role may not use is told before any table is made', async () => {
  const own = await createTestDatabase('template0');
  try {
    const { pathname } = new URL(own.url);
    await own.pool.query(`CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm; CREATE SCHEMA jobs;
      GRANT CREATE ON SCHEMA public TO ${role}`);
    const grant = `GRANT USAGE, CREATE ON SCHEMA jobs TO ${role};`;
    await expect(migrate(address({ pathname }))).rejects.toThrow(`run in it: ${grant} Then start again.`);
    expect((await own.pool.query(`SELECT to_regclass('migration') AS made`)).rows).toEqual([{ made: null }]);
    await own.pool.query(grant);
    expect((await migrate(address({ pathname }))).length).toBeGreaterThan(0);
  } finally {
    await own.drop();
  }
});

test('extensions that statements do not find are told, with what to run', async () => {
  const own = await createTestDatabase('template0');
  try {
    const { pathname } = new URL(own.url);
    await own.pool.query(`CREATE SCHEMA ext; CREATE EXTENSION pg_trgm SCHEMA ext;
      GRANT CREATE ON SCHEMA public TO ${role}; GRANT CREATE ON DATABASE ${pathname.slice(1)} TO ${role}`);
    const move = 'ALTER EXTENSION pg_trgm SET SCHEMA public;';
    await expect(migrate(address({ pathname }))).rejects.toThrow(
      `do not find the extensions pg_trgm: let an administrator run in it: ${move} Then`,
    );
    await own.pool.query(move);
    expect((await migrate(address({ pathname }))).length).toBeGreaterThan(0);
  } finally {
    await own.drop();
  }
});

test('a role whose tables belong to another is told whose, and what to run', async () => {
  const own = await createTestDatabase('template0');
  const owner = `${role}_owner`;
  try {
    const { pathname } = new URL(own.url);
    await own.pool.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'secret';
      GRANT CREATE ON DATABASE ${pathname.slice(1)} TO ${owner}; GRANT CREATE ON SCHEMA public TO ${owner}`);
    await migrate(address({ pathname, username: owner }));
    const grant = `GRANT ${owner} TO ${role};`;
    await expect(migrate(address({ pathname }))).rejects.toThrow(
      `The tables in the database ${pathname.slice(1)} belong to the role ${owner}, not to ${role}: set DATABASE_URL to that role, or let an administrator run: ${grant} Then start again.`,
    );
    await own.pool.query(grant);
    expect(await migrate(address({ pathname }))).toEqual([]);
  } finally {
    await own.drop();
    await empty.pool.query(`DROP ROLE ${owner}`);
  }
});

test('a server older than 15 is refused in a sentence', () => {
  expect(() => refuseOldServer(140_020)).toThrow(
    'This database is PostgreSQL 14; POP needs PostgreSQL 15 or newer.',
  );
  expect(() => refuseOldServer(150_000)).not.toThrow();
});

test('a database that cannot hold every letter is refused in a sentence', async () => {
  const latin = `${role}_latin`;
  await empty.pool.query(
    `CREATE DATABASE ${latin} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc`,
  );
  try {
    await expect(migrate(address({ pathname: `/${latin}` }))).rejects.toThrow(
      `The database "${latin}" is encoded in LATIN1; POP needs UTF8`,
    );
  } finally {
    await empty.pool.query(`DROP DATABASE ${latin} WITH (FORCE)`);
  }
});

test.each([
  ['a wrong password', { password: 'guessed' }, 'the role is unknown there, or its password is wrong'],
  ['a database that is not there', { pathname: '/nowhere' }, 'the server has no database of that name'],
  ['a port where nobody listens', { port: '1' }, 'nothing listens there'],
])('%s is told in a sentence that keeps the password', async (_, changes, reason) => {
  const url = address(changes);
  const { host, pathname } = new URL(url);
  await expect(migrate(url)).rejects.toThrow(`The database at ${host}${pathname} cannot be used: ${reason}.`);
});
