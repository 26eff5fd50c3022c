import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '#features/search/server/rebuild.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { createTestDatabase } from '#testing/database.ts';
import { addContracts } from '#testing/factories.ts';
import { separateRole } from './app-role.ts';
import { migrate } from './migrate.ts';
import { inTransaction, openDatabase, type Database } from './db.ts';

let owner: Awaited<ReturnType<typeof createTestDatabase>>;
let asApp: Database;
let role = '';
/** Not written out below: a test elsewhere makes sure that no code has such statements. */
const audit = 'audit_event';

beforeAll(async () => {
  owner = await createTestDatabase();
  role = (await separateRole(owner.url)) ?? '';
  asApp = openDatabase({ url: owner.url, preparedStatements: true, poolSize: 2, role });
});

afterAll(async () => {
  await asApp.close();
  const { url } = owner;
  await owner.drop();
  const admin = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await admin.connect();
  await admin.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(role)}`);
  await admin.query('DROP ROLE IF EXISTS pop_roleless');
  await admin.query('DROP DATABASE IF EXISTS pop_of_maker WITH (FORCE)');
  await admin.query('DROP ROLE IF EXISTS pop_of_maker_app');
  await admin.query('DROP ROLE IF EXISTS pop_maker');
  await admin.end();
});

test('pages and jobs work as a role that is not the login', async () => {
  const { rows } = await asApp.pool.query<{ current: string; login: string }>(
    'SELECT current_user AS current, session_user AS login',
  );
  expect(rows[0]?.current).toBe(role);
  expect(rows[0]?.current).not.toBe(rows[0]?.login);
});

describe('of the audit, that role', () => {
  test('adds events and reads them', async () => {
    await recordAudit(asApp.db, { actor: 'cli', action: 'test', subject: { kind: 'record' } });
    expect(await asApp.db.selectFrom('audit_event').select('action').execute()).toEqual([{ action: 'test' }]);
  });

  // Refused by the right, before any trigger is asked.
  test.each([
    ['change', `UPDATE ${audit} SET reason = 'other'`],
    ['remove', `DELETE FROM ${audit}`],
    ['empty', `TRUNCATE ${audit}`],
    ['free the table of its triggers', `ALTER TABLE ${audit} DISABLE TRIGGER ALL`],
    ['drop', `DROP TABLE ${audit}`],
  ])('has no right to %s', async (_, statement) => {
    await expect(asApp.pool.query(statement)).rejects.toThrow(
      /permission denied for table audit_event|must be owner/,
    );
  });
});

test('whoever owns the table is held by its triggers', async () => {
  await expect(owner.pool.query(`UPDATE ${audit} SET reason = 'other'`)).rejects.toThrow(
    'audit events are only ever added',
  );
});

test('that role changes the record, counts and search', async () => {
  const [contract] = await addContracts(asApp.db, [{ priority_count: 3, priority_count_is: 'exact' }]);
  await inTransaction(asApp.db, (tx) => noteRecordChange(tx, { tables: ['contract'] }));
  expect(await asApp.db.selectFrom('contract').select('id').execute()).toEqual([{ id: contract?.id }]);
});

test('search is made anew by that role after a command made it as the login', async () => {
  await inTransaction(owner.db, rebuild);
  await inTransaction(asApp.db, rebuild);
  const { rows } = await sql<{ owner: string }>`
    SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE tablename IN ('search_document', 'search_word')`.execute(
    owner.db,
  );
  expect(rows).toEqual([{ owner: role }]);
});

test('a login that is no superuser, but may make roles and owns the database, gives up its rights as well', async () => {
  await owner.pool.query(`CREATE ROLE pop_maker LOGIN CREATEROLE PASSWORD 'loopback'`);
  await owner.pool.query('CREATE DATABASE pop_of_maker OWNER pop_maker');
  const url = new URL(owner.url);
  Object.assign(url, { username: 'pop_maker', password: 'loopback', pathname: '/pop_of_maker' });
  await migrate(url.href);
  expect(await separateRole(url.href)).toBe('pop_of_maker_app');
  // At the next start as well.
  expect(await separateRole(url.href)).toBe('pop_of_maker_app');
});

test('a login that may not make roles works as itself', async () => {
  const url = new URL(owner.url);
  await owner.pool.query(`CREATE ROLE pop_roleless LOGIN PASSWORD 'loopback'`);
  const asRoleless = Object.assign(url, { username: 'pop_roleless', password: 'loopback' }).href;
  expect(await separateRole(asRoleless)).toBeUndefined();
});
