import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { dayOf } from '#server/cache/day.ts';
import { defineDailyJob } from './daily-job.ts';
import { defineJob, type AnyJob } from './job.ts';

const database = useDatabase();
const running: App['jobs'][] = [];
const schema = z.object({ word: z.string() });
const retry = { limit: 3, delay: 1, longest: 1 };
let logged = '';

afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await database().pool.query('DELETE FROM jobs.job');
  logged = '';
});

async function start(jobs: readonly AnyJob[], works = true, pollSeconds = 0.5) {
  const into = new Writable({
    write(line, _, done) {
      logged += String(line);
      done();
    },
  });
  const app = createApp(readConfig({}), database(), { log: pino({ level: 'info' }, into) });
  running.push(app.jobs);
  await app.jobs.start(app, { jobs, works, pollSeconds });
  return { app };
}

function writer(name: string) {
  const written: string[] = [];
  const job = defineJob({
    name,
    schema,
    retry,
    run: (_, { word }) => Promise.resolve(void written.push(word)),
  });
  return { job, written };
}

const soon = { timeout: 10_000, interval: 50 };

test('a job is done after the change that asked for it', async () => {
  const { job, written } = writer('test.done');
  const { app } = await start([job]);
  await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word: 'po' }, { key: '1' }));
  await vi.waitFor(() => expect(written).toEqual(['po']), soon);
});

test('what waits is done one after the other, not one at each look', async () => {
  const { job, written } = writer('test.queue');
  const { app } = await start([job], false);
  for (const word of ['a', 'b', 'c', 'd'])
    await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word }, { key: word }));
  // The next look by itself would be in a minute.
  await start([job], true, 60);
  await vi.waitFor(() => expect(written.toSorted()).toEqual(['a', 'b', 'c', 'd']), soon);
});

test('a change that is rolled back asks for nothing', async () => {
  const { job } = writer('test.undone');
  const { app } = await start([job], false);
  const failing = inTransaction(app.db, async (tx) => {
    await app.jobs.enqueue(tx, job, { word: 'jo' }, { key: '1' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await database().pool.query('SELECT 1 FROM jobs.job')).rows).toEqual([]);
});

test('a job asked for twice under one key is done once', async () => {
  const { job, written } = writer('test.once');
  const { app } = await start([job]);
  const ask = (key: string) =>
    inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word: key }, { key }));
  await ask('a');
  await ask('a');
  await vi.waitFor(() => expect(written).toEqual(['a']), soon);
  await ask('a');
  await ask('b');
  await vi.waitFor(() => expect(written).toContain('b'), soon);
  expect(written).toEqual(['a', 'b']);
});

test('a payload that does not fit is refused when it is asked for', async () => {
  const { job } = writer('test.misfit');
  const { app } = await start([job], false);
  const long = defineJob({ name: job.name, schema: schema.refine(() => false), retry, run: async () => {} });
  const asking = inTransaction(app.db, (tx) => app.jobs.enqueue(tx, long, { word: '' }, { key: '1' }));
  await expect(asking).rejects.toThrow(z.ZodError);
});

test('a job that fails is tried again, and what it said is neither logged nor kept', async () => {
  let tries = 0;
  const job = defineJob({
    name: 'test.again',
    schema,
    retry,
    run: async () => {
      tries += 1;
      await Promise.resolve();
      if (tries < 3) throw new RangeError('resident@example.org is unknown');
    },
  });
  const { app } = await start([job]);
  await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word: 'a' }, { key: '1' }));
  const stateOf = async () => (await database().pool.query('SELECT state, output FROM jobs.job')).rows;
  await vi.waitFor(() => expect(tries).toBeGreaterThan(0), soon);
  await vi.waitFor(async () => expect(JSON.stringify(await stateOf())).toContain('RangeError'), soon);
  expect(JSON.stringify(await stateOf())).not.toContain('resident@');
  await vi.waitFor(async () => expect(await stateOf()).toMatchObject([{ state: 'completed' }]), soon);
  expect(tries).toBe(3);
  expect(logged).toContain('"fault":"RangeError"');
  expect(logged).not.toContain('resident@');
});

test('a process that only answers requests leaves jobs to those that work', async () => {
  const { job, written } = writer('test.elsewhere');
  const { app } = await start([job], false);
  await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word: 'a' }, { key: '1' }));
  await wait(1200);
  expect(written).toEqual([]);
  await start([job]);
  await vi.waitFor(() => expect(written).toEqual(['a']), soon);
});

test('stopping lets the running job end', async () => {
  const steps: string[] = [];
  const job = defineJob({
    name: 'test.slow',
    schema,
    retry,
    run: async () => {
      steps.push('begun');
      await wait(1000);
      steps.push('ended');
    },
  });
  const { app } = await start([job]);
  await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { word: 'a' }, { key: '1' }));
  await vi.waitFor(() => expect(steps).toEqual(['begun']), soon);
  await app.jobs.stop();
  expect(steps).toEqual(['begun', 'ended']);
});

test('what is to be done daily is done at the start, once however often one starts, and asked for the next day', async () => {
  let done = 0;
  const job = defineDailyJob({ name: 'test.daily', retry, run: () => Promise.resolve(void (done += 1)) });
  await start([job]);
  await vi.waitFor(() => expect(done).toBe(1), soon);
  const { app } = await start([job]);
  const next = () =>
    database().pool.query("SELECT data FROM jobs.job WHERE name = 'test.daily' AND start_after > now()");
  await vi.waitFor(async () => expect((await next()).rows).toHaveLength(1), soon);
  const tomorrow = dayOf(new Date(app.clock().getTime() + 24 * 60 * 60 * 1000));
  expect((await next()).rows).toEqual([{ data: { day: tomorrow } }]);
  await wait(1500);
  expect(done).toBe(1);
});

test('a day that fails does not end the days after it', async () => {
  const job = defineDailyJob({ name: 'test.failing-day', retry, run: () => Promise.reject(new Error('no')) });
  const { app } = await start([job], false);
  await expect(job.perform(app, { day: '2026-01-01' })).rejects.toThrow('no');
  const { rows } = await database().pool.query("SELECT 1 FROM jobs.job WHERE name = 'test.failing-day'");
  expect(rows).toHaveLength(1);
});
