import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${inject('real')}${path}`, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Sends bytes as they are, and gives the first line of the answer. */
function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(inject('real'));
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

describe('bad input', () => {
  test.each([
    ['/en/no-such-page', 404, 'en'],
    ['/sq/contracts/nuk-ka', 404, 'sq'],
    ['/en/priorities/none', 404, 'en'],
    ['/de/contracts', 404, 'sq'],
    ['/en/municipalities/%00', 400, 'en'],
    ['/en/%E0%A4%A', 400, 'en'],
    [`/en/search?q=${'a'.repeat(5000)}`, 414, 'en'],
  ])('%s is answered kindly', async (path, status, language) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`lang="${language}"`);
    const id = answer.headers.get('x-request-id') ?? 'none';
    expect(answer.text).toContain(id);
  });

  test.each(['/en/none', '/sq/contracts/none/contract.pdf', '/en/a/b/c/d/e'])(
    'the page that answers %s finds its style sheets from there',
    async (path) => {
      const { text } = await ask(path, { headers: { accept: 'text/html' } });
      const sheets = [...text.matchAll(/<link href="([^"]+)" rel="stylesheet"/g)].map(
        ([, href = '']) => href,
      );
      expect(sheets.length).toBeGreaterThan(0);
      for (const sheet of sheets)
        expect((await ask(new URL(sheet, `http://a${path}`).pathname)).status).toBe(200);
    },
  );

  test('a wrong method is refused, saying which are right', async () => {
    const answer = await ask('/en/contracts', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('GET');
  });

  test('every answer has its security headers', async () => {
    const etag = (await ask('/en')).headers.get('etag') ?? '';
    const asked: [path: string, init?: RequestInit][] = [
      ['/en'],
      ['/en', { method: 'HEAD' }],
      ['/en', { headers: { 'if-none-match': etag } }],
      ['/en', { method: 'PUT' }],
      ['/'],
      ['/en//about'],
      ['/en/none'],
      ['/en/about/__data.json'],
      ['/en/none/__route.js'],
      ['/en/feed.xml'],
      ['/og/en/home.png'],
      ['/sitemap.xml'],
      ['/robots.txt'],
      ['/favicon.svg'],
      ['/health/live'],
      ['/metrics'],
      ['/api/v1/openapi.json'],
      ['/api/v1/priorities.csv'],
      ['/api/v1/none'],
    ];
    for (const [path, init] of asked) {
      const { headers } = await ask(path, init);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe-inline');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).not.toBeNull();
    }
  });

  test('a picture is the same, whatever query is made up', async () => {
    const [drawn, again] = [await ask('/og/en/home.png'), await ask('/og/en/home.png?made=up')];
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).toBe(drawn.headers.get('etag'));
  });

  test('garbage on the wire gets 400', async () => {
    expect(await sendRaw('\u0000\u0001garbage\r\n\r\n')).toContain('400');
    expect(await sendRaw('GET /en HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n')).toContain('400');
  });

  test('no path and query makes a 500', async () => {
    const sections = [
      'municipalities',
      'contracts',
      'monitoring',
      'events',
      'news',
      'search',
      'priorities/fier-2019-1',
      'library',
    ];
    const names = ['q', 'round', 'field', 'after', 'municipality', 'year', 'kind', 'county', 'mandate'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sections),
        fc.constantFrom(...names),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom("'", '"', '%', '\\', '-1', '9'.repeat(30), '../..', '{}'),
        ),
        async (section, name, value) => {
          const answer = await ask(`/en/${section}?${new URLSearchParams({ [name]: value }).toString()}`);
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('programs are told of what they asked wrongly in problem details', async () => {
    for (const path of [
      'none',
      'priorities.xml',
      'priorities.csv?after=1',
      'priorities.json?field=a&field=b',
    ]) {
      const { status, headers, text } = await ask(`/api/v1/${path}`);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(headers.get('content-type'), path).toBe('application/problem+json');
      expect(JSON.parse(text), path).toMatchObject({ status, requestId: headers.get('x-request-id') });
    }
  });

  test('no parameter of a data set, feed or picture makes a 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/api/v1/priorities.csv', '/api/v1/statuses.json', '/en/feed.xml', '/og/en/home.png'),
        fc.constantFrom('municipality', 'year', 'field', 'excel', 'round', '__proto__', 'constructor'),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom("'", '%', '-1', '9'.repeat(30)),
        ),
        async (path, name, value) => {
          const answer = await ask(`${path}?${new URLSearchParams({ [name]: value }).toString()}`);
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('no path makes a 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 4 }),
        async (parts) => {
          const answer = await ask(`/en/${parts.map(encodeURIComponent).join('/')}`);
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
  });
});
