import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
const filler = '<p>Rruga e fshatit Adriatik</p>'.repeat(200);

/** A page that shows the version of the record, read the way pages do: through the pool. */
async function versionPage(): Promise<Response> {
  const { version } = await database()
    .db.selectFrom('record_version')
    .select('version')
    .executeTakeFirstOrThrow();
  return html(`<p>version ${version}</p>${filler}`);
}

async function raiseVersionElsewhere(): Promise<void> {
  const other = new pg.Client(database().url);
  await other.connect();
  await other.query('UPDATE record_version SET version = version + 1, changed_at = now()');
  await other.end();
}

let server: TestServer;
let renders: Map<string, number>;
let now = new Date('2026-03-01T12:00:00Z');

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  const standIn = standInSite({
    '/sq': versionPage,
    '/sq/slow': async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return html('slow');
    },
    '/sq/who': (asked) =>
      html(JSON.stringify([...asked.headers].filter(([name]) => name !== 'x-request-id'))),
    '/sq/search': (asked) => html(new URL(asked.url).search),
    '/sq/private': () => html('mine', { headers: { 'cache-control': 'private' } }),
    '/sq/cookie': () => html('cookie', { headers: { 'set-cookie': 'a=b' } }),
    '/sq/data.csv': () => new Response('id\n1\n', { headers: { 'content-type': 'text/csv' } }),
    '/sq/kit': () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    '/sign-in/callback': (asked) => html(asked.headers.get('cookie') ?? ''),
    '/neutral': () => html('in somebody’s language'),
    '/sitemap.xml': () => new Response('<urlset/>', { headers: { 'content-type': 'application/xml' } }),
  });
  ({ renders } = standIn);
  server = await startTestServer(database(), standIn.site, {
    clock: () => now,
    parametersOf: (path) =>
      path === '/sq/who' ? undefined : new Set(path === '/sq/search' ? ['kind', 'year', 'q'] : []),
  });
});

afterEach(() => server.close());

describe('freshness', () => {
  test('a page is drawn once and then comes from the cache', async () => {
    const first = await ask(server.address, '/sq');
    const second = await ask(server.address, '/sq');
    expect(second.text).toBe(first.text);
    expect(renders.get('/sq')).toBe(1);
  });

  test('a change committed over another connection is in the very next answer', async () => {
    const before = await ask(server.address, '/sq');
    await raiseVersionElsewhere();
    const after = await ask(server.address, '/sq');
    expect(after.text).not.toBe(before.text);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  test('under load, no answer is older than what was committed before its request', async () => {
    await ask(server.address, '/sq');
    for (let round = 0; round < 10; round += 1) {
      const load = Array.from({ length: 20 }, () => ask(server.address, '/sq'));
      await raiseVersionElsewhere();
      const { version } = await database()
        .db.selectFrom('record_version')
        .select('version')
        .executeTakeFirstOrThrow();
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(server.address, '/sq')));
      for (const answer of answers) expect(answer.text).toContain(`version ${version}<`);
      await Promise.all(load);
    }
  });

  test('a page is drawn anew on another day', async () => {
    await ask(server.address, '/sq');
    now = new Date('2026-03-02T12:00:00Z');
    await ask(server.address, '/sq');
    expect(renders.get('/sq')).toBe(2);
  });

  test('those who ask for one page at once wait for one drawing', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(server.address, '/sq/slow')));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(renders.get('/sq/slow')).toBe(1);
  });
});

describe('what is kept', () => {
  test.each(['/sq/private', '/sq/cookie', '/neutral', '/sq/nowhere'])(
    '%s is drawn every time',
    async (path) => {
      await ask(server.address, path);
      await ask(server.address, path);
      expect(renders.get(path)).toBe(2);
    },
  );

  test.each(['/sq/data.csv', '/sitemap.xml'])('%s is kept', async (path) => {
    await ask(server.address, path);
    await ask(server.address, path);
    expect(renders.get(path)).toBe(1);
  });

  test('who is signed in is not answered from the cache', async () => {
    await ask(server.address, '/sq');
    await ask(server.address, '/sq', { headers: { cookie: 'pop_session=x' } });
    expect(renders.get('/sq')).toBe(2);
  });

  test('the order of parameters and tracking parameters do not make another page', async () => {
    const first = await ask(server.address, '/sq/search?year=2021&kind=contract&utm_source=x');
    const second = await ask(server.address, '/sq/search?kind=contract&year=2021');
    expect(first.text).toContain('?kind=contract&year=2021');
    expect(second.text).toBe(first.text);
    expect(renders.get('/sq/search')).toBe(1);
  });

  test('parameters that a page does not look at do not make another page', async () => {
    const made = Array.from({ length: 20 }, (_, at) => `/sq?x=${at}&y${at}`);
    const answers = await Promise.all(made.map((address) => ask(server.address, address)));
    for (const answer of answers) expect(answer.text).toBe((await ask(server.address, '/sq')).text);
    expect(renders.get('/sq')).toBe(1);
  });

  test('those that it looks at do, however their names are written', async () => {
    const { text } = await ask(server.address, '/sq/search?y%65ar=2021&x=1&kind=');
    expect(text).toContain('?y%65ar=2021');
    await ask(server.address, '/sq/search?year=2020&x=1');
    expect(renders.get('/sq/search')).toBe(2);
  });

  test('a name without a value reaches the page that looks at it, an empty field does not', async () => {
    expect((await ask(server.address, '/sq/search?q')).text).toContain('?q');
    expect((await ask(server.address, '/sq/search?q=')).text).not.toContain('?q');
  });

  test('what an asker who is signed in adds reaches their page', async () => {
    const { text } = await ask(server.address, '/sq/search?x=1', { headers: { cookie: 'pop_session=x' } });
    expect(text).toContain('?x=1');
  });

  test('a page with a longer address than 512 characters is drawn every time', async () => {
    const target = `/sq/search?q=${'a'.repeat(600)}`;
    await ask(server.address, target);
    await ask(server.address, target);
    expect(renders.get('/sq/search')).toBe(2);
  });

  test('nothing about the asker reaches a page that is kept, but the language', async () => {
    const headers = {
      cookie: 'pop_lang=en; other=1',
      'user-agent': 'x',
      referer: 'y',
      'x-forwarded-for': '9.9.9.9',
      'x-pop-version': '1@2000-01-01',
    };
    const answer = await ask(server.address, '/sq/who', { headers });
    // The version is the front server's own word: what the asker says of it is not passed on.
    expect(JSON.parse(answer.text.replace('<!doctype html>', ''))).toEqual([
      ['cookie', 'pop_lang=sq'],
      ['x-pop-version', expect.stringMatching(/@2026-03-01$/)],
    ]);
  });
});

test('who comes back from where they sign in is known by their cookie, and nothing of it is kept', async () => {
  for (const mine of ['a', 'b']) {
    const answer = await ask(server.address, '/sign-in/callback?code=1', {
      headers: { cookie: `pop_provider=${mine}` },
    });
    expect(answer.text).toContain(`pop_provider=${mine}`);
  }
  expect(renders.get('/sign-in/callback')).toBe(2);
});

describe('encodings and validators', () => {
  test('brotli, gzip or neither, as the client weighs them', async () => {
    const plain = await ask(server.address, '/sq');
    const br = await ask(server.address, '/sq', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await ask(server.address, '/sq', { headers: { 'accept-encoding': 'br;q=0.1, gzip' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual([
      'br',
      plain.text,
    ]);
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual([
      'gzip',
      plain.text,
    ]);
    for (const answer of [plain, br, gzip]) {
      expect(answer.headers.vary).toBe('accept-encoding');
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    }
    expect(new Set([plain, br, gzip].map((answer) => answer.headers.etag)).size).toBe(3);
  });

  test('a client that has the page is told so in a few bytes', async () => {
    const first = await ask(server.address, '/sq');
    const headers = { 'if-none-match': `"other", W/${first.headers.etag}` };
    const second = await ask(server.address, '/sq', { headers });
    expect(second.status).toBe(304);
    expect(second.body).toHaveLength(0);
    expect(second.headers.etag).toBe(first.headers.etag);
  });

  test('HEAD answers as GET does, without the body', async () => {
    const get = await ask(server.address, '/sq');
    const head = await ask(server.address, '/sq', { method: 'HEAD' });
    const missed = await ask(server.address, '/sq/slow', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect([missed.status, missed.body.length, missed.headers['content-length']]).toEqual([200, 0, '19']);
  });
});

test("Kit's pages say that they are UTF-8", async () => {
  expect((await ask(server.address, '/sq/kit')).headers['content-type']).toBe('text/html; charset=utf-8');
});

describe('the language is remembered', () => {
  test('by a cookie, where the browser does not have it yet', async () => {
    const first = await ask(server.address, '/sq');
    const cookie = ['pop_lang=sq; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly'];
    expect(first.headers['set-cookie']).toEqual(cookie);
    const other = await ask(server.address, '/sq', { headers: { cookie: 'pop_lang=en' } });
    expect(other.headers['set-cookie']).toEqual(cookie);
    const same = await ask(server.address, '/sq', { headers: { cookie: 'a=b; pop_lang=sq' } });
    expect(same.headers['set-cookie']).toBeUndefined();
  });

  test('by pages, not by data', async () => {
    const data = await ask(server.address, '/sq/data.csv');
    expect(data.headers['set-cookie']).toBeUndefined();
  });
});
