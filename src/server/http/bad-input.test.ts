import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, sendBytes, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
let server: TestServer;
let secureServer: TestServer;

const { site } = standInSite({
  '/sq': () => html('home'),
  '/en/form': async (asked) =>
    asked.method === 'POST' ? html(`<p>${await asked.text()}</p>`) : html('form'),
  '/sq/bare': () => new Response('No form actions here', { status: 405, headers: { allow: 'GET' } }),
  '/sq/silent': () => new Response(null, { status: 404 }),
  '/sq/broken': () => Promise.reject(new Error('a fault of ours')),
  '/sq/fallback': () => html('<!-- pop:fallback --> 500', { status: 500 }),
});

beforeAll(async () => {
  // Kit's fallback stands before the doctype.
  const respond = site.respond;
  site.respond = async (asked, address) => {
    const answer = await respond(asked, address);
    if (!new URL(asked.url).pathname.endsWith('/fallback')) return answer;
    return new Response('<!-- pop:fallback -->\n<!doctype html>', answer);
  };
  const limits = { headersTimeout: 300, requestTimeout: 1200, checkInterval: 50 };
  server = await startTestServer(database(), site, { limits });
  secureServer = await startTestServer(database(), site, { env: { PUBLIC_URL: 'https://pop.example.org' } });
});

afterAll(() => Promise.all([server.close(), secureServer.close()]));

describe('a request that cannot be read gets a page in its language, with the number that is in the log', () => {
  const refused: [name: string, method: string, target: string, status: number, code: string][] = [
    ['an unknown page', 'GET', '/sq/nowhere', 404, 'not-found'],
    ['an address that Kit refuses without a word', 'GET', '/sq/silent', 404, 'not-found'],
    ['an over-long address', 'GET', `/sq/${'a'.repeat(2100)}`, 414, 'uri-too-long'],
    ['an over-long query', 'GET', `/sq?q=${'a'.repeat(2100)}`, 414, 'uri-too-long'],
    ['half an escape in the path', 'GET', '/sq/%E0%A4%A', 400, 'bad-request'],
    ['half an escape in the query', 'GET', '/sq?q=100%', 400, 'bad-request'],
    ['what is no UTF-8', 'GET', '/sq?q=%FF%FE', 400, 'bad-request'],
    ['NUL in the path', 'GET', '/sq/%00', 400, 'bad-request'],
    ['NUL in the query', 'GET', '/sq?q=%00', 400, 'bad-request'],
    ['a control character', 'GET', '/sq?q=%1B', 400, 'bad-request'],
    ['a fragment', 'GET', '/sq#top', 400, 'bad-request'],
    ['too many parameters', 'GET', `/sq?${'a&'.repeat(60)}`, 400, 'bad-request'],
    ['a method of nobody', 'DELETE', '/sq', 405, 'method-not-allowed'],
    ['TRACE', 'TRACE', '/sq', 405, 'method-not-allowed'],
    ['a form sent to an endpoint for operators', 'POST', '/health/live', 405, 'method-not-allowed'],
    ['a form sent to a page without one', 'POST', '/sq/bare', 405, 'method-not-allowed'],
  ];

  test.each(refused)('%s', async (_, method, target, status, code) => {
    server.logged.length = 0;
    const answer = await ask(server.address, target, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain(`<h1 lang="sq">${code}</h1>`);
    const id = String(answer.headers['x-request-id']);
    expect(answer.text).toContain(id);
    expect(server.logged.filter((line) => line['requestId'] === id)).toHaveLength(1);
  });

  test('in English under /en, and elsewhere in the language of cookie or browser', async () => {
    const texts = await Promise.all([
      ask(server.address, '/en/%00'),
      ask(server.address, '/%00', { headers: { cookie: 'pop_lang=en' } }),
      ask(server.address, '/%00', { headers: { 'accept-language': 'de, en;q=0.8' } }),
    ]);
    for (const { text } of texts) expect(text).toContain('<h1 lang="en">');
  });

  test('405 says which methods there are', async () => {
    expect((await ask(server.address, '/sq', { method: 'PUT' })).headers.allow).toBe(
      'GET, HEAD, POST, OPTIONS',
    );
    expect((await ask(server.address, '/file.js', { method: 'POST' })).headers.allow).toBe('GET, HEAD');
    expect((await ask(server.address, '/metrics', { method: 'POST' })).headers.allow).toBe('GET, HEAD');
    const options = await ask(server.address, '/sq', { method: 'OPTIONS' });
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
  });

  test('programs get problem details', async () => {
    const answer = await ask(server.address, '/api/v1/%00');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 400,
      code: 'bad-request',
      requestId: answer.headers['x-request-id'],
    });
  });
});

describe('addresses', () => {
  test.each([
    ['//sq//contracts', '/sq/contracts'],
    ['/sq/./a/../contracts?x=1', '/sq/contracts?x=1'],
    ['/sq/%2e%2E/en', '/en'],
    ['/..//evil.example/', '/evil.example'],
    ['/sq\\contracts', '/sq/contracts'],
  ])('%s moved to %s', async (target, to) => {
    const answer = await ask(server.address, target);
    expect([answer.status, answer.headers.location]).toEqual([308, to]);
  });

  test('the absolute form of proxies is the same page', async () => {
    expect((await ask(server.address, 'http://elsewhere.example/sq')).text).toContain('home');
  });
});

describe('forms', () => {
  test('a body within the limit reaches the page', async () => {
    const answer = await ask(server.address, '/en/form', { method: 'POST', body: 'name=Shpresa' });
    expect(answer.text).toContain('name=Shpresa');
  });

  test('a longer one is refused, announced or not', async () => {
    const body = 'a'.repeat(600_000);
    for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await ask(server.address, '/en/form', { method: 'POST', body, headers });
      expect(answer.status).toBe(413);
    }
  });
});

describe('faults of ours', () => {
  test('show a page and are logged once, with their cause', async () => {
    server.logged.length = 0;
    const answer = await ask(server.address, '/sq/broken');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('internal');
    expect(answer.text).not.toContain('a fault of ours');
    expect(server.logged).toEqual([
      expect.objectContaining({ requestId: answer.headers['x-request-id'], msg: 'unexpected fault' }),
    ]);
  });

  test("Kit's bare fallback becomes a page", async () => {
    const answer = await ask(server.address, '/sq/fallback');
    expect([answer.status, answer.text.includes('<h1 lang="sq">internal')]).toEqual([500, true]);
  });
});

describe('what is no HTTP', () => {
  test.each([
    ['garbage', 'garbage\r\n\r\n', 400],
    ['an address beyond what is read at all', `GET /en/${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 414],
    [
      'a header beyond what is read',
      `GET /en HTTP/1.1\r\nhost: a\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['headers that do not end', 'GET /en HTTP/1.1\r\nhost: a\r\nx-', 408],
    ['a body that does not end', 'POST /en/form HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\na', 408],
    ['two lengths', 'POST /en HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na', 400],
    ['a call for a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: elsewhere.example\r\n\r\n', 405],
    ['no host', 'GET /en HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    server.logged.length = 0;
    const answer = await sendBytes(server.address, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/content-security-policy: default-src 'none'/);
    const id = /x-request-id: (\S+)/.exec(answer)?.[1];
    expect(answer.split('\r\n\r\n')[1]).toContain(id);
    expect(server.logged).toEqual([expect.objectContaining({ requestId: id })]);
  });
});

test('headers that do not end are not waited for', async () => {
  await sendBytes(server.address, 'GET /en HTTP/1.1\r\nhost: a\r\nx-');
});

describe('every answer', () => {
  const every: [target: string, method: string][] = [
    ['/sq', 'GET'],
    ['/sq', 'HEAD'],
    ['/sq/nowhere', 'GET'],
    ['/sq/%00', 'GET'],
    ['/sq/broken', 'GET'],
    ['/sq', 'DELETE'],
    ['/sq', 'OPTIONS'],
    ['//sq', 'GET'],
    ['/file.js', 'GET'],
    ['/health/live', 'GET'],
    ['/metrics', 'GET'],
    ['/api/%00', 'GET'],
  ];

  test.each(every)('has the security headers and a request id: %s %s', async (target, method) => {
    for (const [address, hsts] of [
      [server.address, undefined],
      [secureServer.address, 'max-age=31536000'],
    ] as const) {
      const { headers } = await ask(address, target, { method });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['strict-transport-security']).toBe(hsts);
    }
  });

  test('has a request id of ours, whatever the client sends', async () => {
    const { headers } = await ask(server.address, '/sq', { headers: { 'x-request-id': 'theirs' } });
    expect(headers['x-request-id']).not.toBe('theirs');
  });

  test('cannot be made to show another fault by a header', async () => {
    const headers = { 'x-pop-fault': 'internal 500', cookie: 'pop_session=1' };
    expect((await ask(server.address, '/sq/nowhere', { headers })).status).toBe(404);
  });
});
