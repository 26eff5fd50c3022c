import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { fetchPublic, type LookUp, type PublicLimits } from './fetch-public.ts';
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
    if (req.url === '/members') return res.writeHead(403).end();
    if (req.url === '/teapot') return res.writeHead(418).end();
    if (req.url === '/slow') return undefined;
    if (req.url === '/drip') return res.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
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

test('a name that leads elsewhere the second time it is looked up is asked where it was looked at, or not at all', async () => {
  asked = [];
  const { port } = new URL(origin);
  const looks: string[] = [];
  const turning =
    (first: string, then: string): LookUp =>
    (name, done) => {
      looks.push(name);
      done(null, [{ address: looks.length === 1 ? first : then, family: 4 }]);
    };
  // The first address stands for a public one; the second is of our own network.
  const mayAsk = (address: string) => address === '127.0.0.1';
  const page = `http://rebinding.example:${port}/page`;
  const found = await fetchPublic(page, { ...limits, mayAsk, lookUp: turning('127.0.0.1', '10.0.0.1') });
  expect([found.kind, looks, asked]).toEqual(['fetched', ['rebinding.example'], ['/page']]);
  looks.length = 0;
  const sentOn = `http://rebinding.example:${port}/to/${encodeURIComponent(page)}`;
  const again = await fetchPublic(sentOn, { ...limits, mayAsk, lookUp: turning('127.0.0.1', '10.0.0.1') });
  expect([again, looks.length]).toEqual([{ kind: 'refused', why: 'address' }, 2]);
});

test.each([
  ['one of ours among others', ['8.8.8.8', '10.0.0.1']],
  ['this machine by version 6', ['::1']],
  ['a link-local address', ['fe80::1']],
  ['an address of version 4 inside one of version 6', ['::ffff:127.0.0.1']],
  ['the address of a cloud’s own settings', ['169.254.169.254']],
  ['no address', []],
])('a name that leads to %s is not asked', async (_, addresses) => {
  const lookUp: LookUp = (_name, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  expect(await fetchPublic('http://example.org/', { ...limits, lookUp })).toEqual({
    kind: 'refused',
    why: 'address',
  });
});

test('a public server is asked at the ports of the web alone', async () => {
  for (const port of [22, 25, 5432, 6379, 8080])
    expect(await fetchPublic(`http://8.8.8.8:${port}/`, limits)).toEqual({ kind: 'refused', why: 'address' });
});

test('what is too large, of another type, gone or leads round in circles is refused; what is away may be back', async () => {
  const of = (path: string) => fetchPublic(origin + path, here);
  expect(await of('/large')).toEqual({ kind: 'refused', why: 'too-large' });
  expect(await of('/picture')).toEqual({ kind: 'refused', why: 'type' });
  expect(await of('/gone')).toEqual({ kind: 'refused', why: 'gone' });
  expect(await of('/members')).toEqual({ kind: 'refused', why: 'forbidden' });
  expect(await of('/teapot')).toEqual({ kind: 'refused', why: 'status' });
  expect(await of('/round')).toEqual({ kind: 'refused', why: 'redirects' });
  expect(await of('/broken')).toEqual({ kind: 'away', why: 'busy' });
  for (const slow of ['/slow', '/drip'])
    expect(await fetchPublic(origin + slow, { ...here, mostTime: 50 })).toEqual({
      kind: 'away',
      why: 'time',
    });
  expect(await fetchPublic('http://no-such-name.invalid/', here)).toEqual({ kind: 'away', why: 'name' });
  expect(await fetchPublic('http://127.0.0.1:1/', here)).toEqual({ kind: 'away', why: 'connection' });
  expect(await fetchPublic(origin.replace('http:', 'https:'), here)).toEqual({
    kind: 'away',
    why: 'certificate',
  });
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
  ['::', false],
  ['::127.0.0.1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001::1', false],
  ['100::1', false],
  ['64:ff9b:1::a00:1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
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
