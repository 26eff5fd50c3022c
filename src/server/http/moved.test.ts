import { afterEach, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import type { OldAddress } from './platform.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
let server: TestServer;
let asked: OldAddress[];

beforeEach(async () => {
  asked = [];
  const { site } = standInSite({ '/': () => html('front'), '/sq': () => html('home') });
  server = await startTestServer(database(), site, {
    parametersOf: () => new Set(),
    movedTo: (address) => {
      asked.push(address);
      if (address.path === '/broken') return Promise.reject(new Error('away'));
      const isKnown = address.path.startsWith('/k') || address.query === 'p=123';
      return Promise.resolve(isKnown ? '/sq/news/rruga' : undefined);
    },
  });
});
afterEach(() => server.close());

test('an old address is sent to its new one for good, with its query looked at, and not kept by browsers', async () => {
  const answer = await ask(server.address, '/k%C3%ABshilli/?p=5', { headers: { host: 'old.example' } });
  expect(answer.status).toBe(301);
  expect(answer.headers).toMatchObject({ location: '/sq/news/rruga', 'cache-control': 'no-store' });
  expect(asked).toEqual([{ host: 'old.example', path: '/k%C3%ABshilli/', query: 'p=5', language: 'sq' }]);
});

test('the front page with the number of a post is an old address; with anything else it is the front page', async () => {
  expect((await ask(server.address, '/?p=123')).status).toBe(301);
  expect((await ask(server.address, '/?utm=1')).status).toBe(200);
});

test('a page that is there is never looked for, and what nobody knows stays not found', async () => {
  expect((await ask(server.address, '/sq')).status).toBe(200);
  expect(asked).toEqual([]);
  expect((await ask(server.address, '/nowhere')).status).toBe(404);
  expect((await ask(server.address, '/broken')).status).toBe(404);
});
