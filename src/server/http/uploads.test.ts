import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
let server: TestServer;
const { site } = standInSite({
  '/en/work/photos': async (asked) => html(`<p>${(await asked.arrayBuffer()).byteLength}</p>`),
  '/en/ask': async (asked) => html(`<p>${(await asked.arrayBuffer()).byteLength}</p>`),
});

beforeAll(async () => {
  server = await startTestServer(database(), site);
});
afterAll(() => server.close());

const megabyte = 1024 * 1024;
const multipart = 'multipart/form-data; boundary=x';

function send(path: string, bytes: number, headers: Record<string, string>) {
  const own = { origin: server.address, ...headers };
  return ask(server.address, path, { method: 'POST', headers: own, body: 'a'.repeat(bytes) });
}

test('a file of some megabytes is taken in the workspace alone, from who carries a session', async () => {
  const session = { 'content-type': multipart, cookie: 'pop_session=x' };
  const taken = await send('/en/work/photos', 3 * megabyte, session);
  expect([taken.status, taken.text]).toEqual([200, expect.stringContaining(String(3 * megabyte))]);
  const refused = await Promise.all([
    send('/en/work/photos', 3 * megabyte, { 'content-type': multipart }),
    send('/en/work/photos', 3 * megabyte, {
      ...session,
      'content-type': 'application/x-www-form-urlencoded',
    }),
    send('/en/ask', 3 * megabyte, session),
    send('/en/work/photos', 17 * megabyte, session),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([413, 413, 413, 413]);
});
