import { afterEach, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  await database?.drop();
});

async function start() {
  const own = await createTestDatabase();
  database = own;
  const { site } = standInSite({
    '/sq': async () => {
      const { version } = await own.db
        .selectFrom('record_version')
        .select('version')
        .executeTakeFirstOrThrow();
      return html(`version ${version}`);
    },
  });
  server = await startTestServer(own, site, { versionTimeout: 2000 });
  return { own, address: server.address, logged: server.logged };
}

test('while the database is gone, a page that is in the cache is shown, and says how old it is', async () => {
  const { own, address, logged } = await start();
  const fresh = await ask(address, '/sq');
  await own.drop();
  const stale = await ask(address, '/sq');
  expect([stale.status, stale.text]).toEqual([200, fresh.text]);
  expect(stale.headers.warning).toBe('110 - "Response is Stale"');
  expect(Number(stale.headers.age)).toBeGreaterThanOrEqual(0);
  expect(logged.map((line) => line['msg'])).toContain('the database does not answer');
});

test('a page that is not in the cache is a kind 503 that needs no database', async () => {
  const { own, address } = await start();
  await own.drop();
  const answer = await ask(address, '/en/else', { headers: { 'accept-language': 'en' } });
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
  expect(answer.text).toContain('<section lang="en"><h1>');
  expect(answer.text).toContain('<section lang="sq"><h2>');
  expect(answer.text).toContain(answer.headers['x-request-id']);
});

test('readiness says that the database is away; liveness does not mind', async () => {
  const { own, address } = await start();
  expect((await ask(address, '/health/ready')).status).toBe(200);
  await own.drop();
  const ready = await ask(address, '/health/ready');
  expect([ready.status, JSON.parse(ready.text)]).toEqual([
    503,
    { status: 'unavailable', reasons: ['database'] },
  ]);
  expect((await ask(address, '/health/live')).status).toBe(200);
});

test('metrics are there when the database is not', async () => {
  const { own, address } = await start();
  await own.drop();
  await ask(address, '/sq');
  const { status, text } = await ask(address, '/metrics');
  expect([status, text.includes('pop_record_version_failures_total 1')]).toEqual([200, true]);
});

test('a connection that broke is replaced at once: the database itself is well', async () => {
  const { own, address } = await start();
  await ask(address, '/sq');
  await own.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  const answer = await ask(address, '/sq');
  expect([answer.status, answer.headers.warning]).toEqual([200, undefined]);
});

test('a database that hangs is not waited for', async () => {
  const { own, address } = await start();
  await ask(address, '/sq');
  const holder = await own.pool.connect();
  await holder.query('BEGIN; LOCK TABLE record_version IN ACCESS EXCLUSIVE MODE');
  const stale = await ask(address, '/sq');
  expect([stale.status, stale.headers.warning]).toEqual([200, '110 - "Response is Stale"']);
  await holder.query('ROLLBACK');
  holder.release();
  const fresh = await ask(address, '/sq');
  expect(fresh.headers.warning).toBeUndefined();
});

test('a database that lacks a migration is not ready', async () => {
  const { own, address } = await start();
  await own.pool.query('DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)');
  const ready = await ask(address, '/health/ready');
  expect([ready.status, JSON.parse(ready.text).reasons]).toEqual([503, ['migrations']]);
});
