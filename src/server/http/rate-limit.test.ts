import { beforeEach, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { clientOf } from './client-of.ts';
import { forgetBuckets, takeTurn, type RateLimit } from './rate-limit.ts';

const database = useDatabase();
const start = Date.parse('2026-11-26T12:00:00Z');
let now: number;

/** A process of the installation; several share its database. */
function processOf(): App {
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  return createApp(config, database(), { clock: () => new Date(start + now) });
}

beforeEach(() => {
  now = 0;
});

let number = 0;
/** A limit that no other test has used. */
function limitOf(burst: number, perSecond: number): RateLimit {
  number += 1;
  return { name: `test-${number}`, burst, perSecond };
}

test('after a burst, requests come at the set pace, whichever process is asked', async () => {
  const limit = limitOf(3, 2);
  const processes = [processOf(), processOf()];
  const take = async (index = 0) => takeTurn(processes[index % 2] ?? processOf(), limit, 'a');
  const taken = [await take(0), await take(1), await take(0), await take(1)];
  expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
  expect(taken[3]).toEqual({ allowed: false, retryAfterSeconds: 1 });
  now = 499;
  expect((await take()).allowed).toBe(false);
  now = 500;
  expect((await take(1)).allowed).toBe(true);
  expect((await take()).allowed).toBe(false);
});

test('of many requests at one moment, as many pass as there are turns', async () => {
  const limit = limitOf(3, 0.01);
  const app = processOf();
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeTurn(app, limit, 'a')));
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3);
});

test('a long rest gives a full burst, no more', async () => {
  const limit = limitOf(2, 1);
  await takeTurn(processOf(), limit, 'a');
  now = 3_600_000;
  const taken = [0, 1, 2].map(() => takeTurn(processOf(), limit, 'a'));
  expect((await Promise.all(taken)).filter(({ allowed }) => allowed)).toHaveLength(2);
});

test('one client’s requests do not count against another’s, nor for something else', async () => {
  const limit = limitOf(1, 1);
  expect((await takeTurn(processOf(), limit, 'a')).allowed).toBe(true);
  expect((await takeTurn(processOf(), limit, 'b')).allowed).toBe(true);
  expect((await takeTurn(processOf(), limitOf(1, 1), 'a')).allowed).toBe(true);
  expect((await takeTurn(processOf(), limit, 'a')).allowed).toBe(false);
});

test('the address is not in the database, and who has not asked for a while is forgotten', async () => {
  const app = processOf();
  await takeTurn(app, limitOf(1, 1), '192.0.2.77');
  const buckets = () => app.db.selectFrom('rate_bucket').selectAll().execute();
  expect(JSON.stringify(await buckets())).not.toContain('192.0.2');
  await forgetBuckets(app.db, new Date(start - 1));
  expect(await buckets()).not.toEqual([]);
  await forgetBuckets(app.db, new Date(start + 86_400_000));
  expect(await buckets()).toEqual([]);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s count as one client: %s (an IPv6 client has a whole network)', (a, b, one) => {
  expect(clientOf(a) === clientOf(b)).toBe(one);
});
