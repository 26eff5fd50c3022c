import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { fetchPublic, type PublicLimits } from './fetch-public.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let origin = '';
let asked: string[] = [];
const secret = 'of our own network';

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(req.url ?? '');
    const [, to = '', rest = ''] = /^\/to\/([^/]+)(.*)/.exec(req.url ?? '') ?? [];
    if (to) return res.writeHead(302, { location: decodeURIComponent(to) + rest }).end();
    if (req.url === '/round') return res.writeHead(302, { location: '/round' }).end();
    if (req.url === '/large')
      return res.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(2000));
    if (req.url === '/picture') return res.writeHead(200, { 'content-type': 'image/gif' }).end('GIF89a');
    if (req.url === '/broken') return res.writeHead(503).end();
    if (req.url === '/gone') return res.writeHead(404, { 'content-type': 'text/html' }).end('?');
    if (req.url === '/slow') return undefined;
    return res.writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1' }).end(secret);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const limits: PublicLimits = { mostBytes: 1000, mostTime: 5000, accept: ['text/html'] };
const here = { ...limits, mayAsk: () => true };

test('a page is read whole, with how its letters are written', async () => {
  expect(await fetchPublic(`${origin}/page`, here)).toEqual({
    kind: 'fetched',
    url: `${origin}/page`,
    mediaType: 'text/html',
    charset: 'iso-8859-1',
    bytes: Buffer.from(secret),
  });
  const named = `http://localhost:${new URL(origin).port}/page`;
  expect(await fetchPublic(named, here)).toMatchObject({ kind: 'fetched', url: named });
});

test.each([
  '',
  '/to/http%3A%2F%2F127.0.0.1%3A1',
  '/to/http%3A%2F%2Flocalhost%3A1',
  '/to/http%3A%2F%2F[::ffff:127.0.0.1]%3A1',
  '/to/ftp%3A%2F%2Fexample.org',
  '/to/http%3A%2F%2Fme:pass@127.0.0.1',
])('nothing of our own network is asked: not by its number, its name or a redirect (%s)', async (path) => {
  asked = [];
  const own = new URL(origin).port;
  const mayAsk = (address: string, port: number) => String(port) === own || isPublicAddress(address);
  const found = await fetchPublic(origin + path, path === '' ? limits : { ...limits, mayAsk });
  expect(found).toEqual({ kind: 'refused', why: 'address' });
  expect(asked).toHaveLength(path === '' ? 0 : 1);
});

test('a name that leads to this machine is refused before it is asked', async () => {
  asked = [];
  const { port } = new URL(origin);
  for (const name of [
    `http://localhost:${port}/`,
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
  ]) {
    expect(await fetchPublic(name, limits)).toEqual({ kind: 'refused', why: 'address' });
  }
  expect(asked).toEqual([]);
});

test('what is too large, of another type, gone or leads round in circles is refused; what is away may be back', async () => {
  const of = (path: string) => fetchPublic(origin + path, here);
  expect(await of('/large')).toEqual({ kind: 'refused', why: 'too-large' });
  expect(await of('/picture')).toEqual({ kind: 'refused', why: 'type' });
  expect(await of('/gone')).toEqual({ kind: 'refused', why: 'status' });
  expect(await of('/round')).toEqual({ kind: 'refused', why: 'redirects' });
  expect(await of('/broken')).toMatchObject({ kind: 'away' });
  expect(await fetchPublic(`${origin}/slow`, { ...here, mostTime: 50 })).toMatchObject({ kind: 'away' });
});

test.each([
  ['8.8.8.8', true],
  ['2a00:1450:4001::1', true],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::808:808', false],
  ['2002:7f00:1::', false],
  ['example.org', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('no address of this machine or of a private network is public, however it ends', () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom('127', '10', '192.168', '169.254', '0'), part, part, part, (net, a, b, c) => {
      const address = [...net.split('.'), a, b, c].slice(0, 4).join('.');
      return !isPublicAddress(address) && !isPublicAddress(`::ffff:${address}`);
    }),
  );
});
