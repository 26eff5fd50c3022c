import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
const row = 'fier-2019-1,fully,partly,not\n'.repeat(1000);
const rows = 300;
let made = 0;
let stopped = false;
let server: TestServer;

/** An export of 9 MB that is made as it is read. */
function exportAll(): Response {
  const stream = new ReadableStream({
    pull(controller) {
      made += 1;
      controller.enqueue(new TextEncoder().encode(row));
      if (made === rows) controller.close();
    },
    cancel() {
      stopped = true;
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}

beforeAll(async () => {
  const { site } = standInSite({ '/sq/all.csv': exportAll });
  server = await startTestServer(database(), site);
});

afterAll(() => server.close());

test('an answer too long for the cache is streamed whole, compressed or not', async () => {
  for (const encoding of ['identity', 'gzip']) {
    made = 0;
    const answer = await ask(server.address, '/sq/all.csv', { headers: { 'accept-encoding': encoding } });
    const body = encoding === 'gzip' ? gunzipSync(answer.body) : answer.body;
    expect(body.length).toBe(row.length * rows);
    expect(body.subarray(-row.length).toString()).toBe(row);
    expect(answer.headers['content-security-policy']).toBeDefined();
  }
});

test('making it stops when the client goes', async () => {
  made = 0;
  stopped = false;
  const { hostname, port } = new URL(server.address);
  await new Promise<void>((resolve) => {
    const asked = request({ hostname, port, path: '/sq/all.csv', agent: false }, (res) => {
      res.once('data', () => {
        asked.destroy();
        resolve();
      });
    });
    asked.on('error', () => undefined);
    asked.end();
  });
  await expect.poll(() => stopped).toBe(true);
  expect(server.logged.filter((line) => line['msg'] === 'unexpected fault')).toEqual([]);
});

test('HEAD of it makes no more than what shows that it is long', async () => {
  made = 0;
  const answer = await ask(server.address, '/sq/all.csv', { method: 'HEAD' });
  expect([answer.status, answer.body.length]).toEqual([200, 0]);
  expect(made).toBeLessThan(rows);
});
