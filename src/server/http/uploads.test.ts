import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
let server: TestServer;
const { site } = standInSite({
  '/en/work/photos': async (asked) => html(`<p>${(await asked.arrayBuffer()).byteLength}</p>`),
  '/en/work/scans': async (asked) => {
    const isWithoutFiles = asked.headers.has('x-pop-without-files');
    const form = await asked.formData();
    const [words, file] = [form.get('words'), form.get('scan')];
    const size = file instanceof File ? file.size : 'none';
    return html(`<p>${typeof words === 'string' ? words : ''}, ${size} ${isWithoutFiles}</p>`);
  },
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

test('of a form with a file that is too large, all that was typed reaches the page', async () => {
  async function hand(bytes: number) {
    const form = new FormData();
    form.append('scan', new Blob(['a'.repeat(bytes)]), 'scan.pdf');
    form.append('words', 'Ç’u tha');
    const request = new Request(server.address, { method: 'POST', body: form });
    const headers = {
      origin: server.address,
      cookie: 'pop_session=x',
      'content-type': request.headers.get('content-type') ?? '',
    };
    const body = Buffer.from(await request.arrayBuffer());
    return ask(server.address, '/en/work/scans', { method: 'POST', headers, body });
  }
  expect((await hand(3 * megabyte)).text).toContain(`Ç’u tha, ${3 * megabyte} false`);
  expect((await hand(20 * megabyte)).text).toContain('Ç’u tha, 0 true');
});

test('nobody but the front server says that files were too large', async () => {
  const form = new URLSearchParams({ words: 'a' });
  const headers = {
    origin: server.address,
    'content-type': 'application/x-www-form-urlencoded',
    'x-pop-without-files': '1',
  };
  const answer = await ask(server.address, '/en/work/scans', { method: 'POST', headers, body: String(form) });
  expect(answer.text).toContain('a, none false');
});

describe('an upload that does not come to its end', () => {
  const head = [
    'POST /en/work/photos HTTP/1.1',
    'host: x',
    'cookie: pop_session=x',
    `content-type: ${multipart}`,
    `content-length: ${megabyte}`,
  ];

  /** Sends the head of an upload, and then as much of it as `feed` wants. */
  async function begin(address: string, feed: (socket: Socket) => void): Promise<Socket> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`${[...head, `origin: ${address}`].join('\r\n')}\r\n\r\n`);
    feed(socket);
    return socket;
  }

  test('is ended where it comes a byte at a time, and holds nobody up meanwhile', async () => {
    const limits = { headersTimeout: 300, requestTimeout: 600, checkInterval: 50 };
    const { site: slowSite, renders } = standInSite({
      '/en/work/photos': () => html('taken'),
      '/en': () => html('home'),
    });
    const bounded = await startTestServer(database(), slowSite, { limits });
    const sockets = await Promise.all(
      Array.from({ length: 20 }, () =>
        begin(bounded.address, (socket) => {
          const drip = setInterval(() => socket.write('a'), 20);
          socket.once('close', () => clearInterval(drip));
        }),
      ),
    );
    const ended = sockets.map((socket) => once(socket, 'close'));
    const received = sockets.map((socket) => once(socket, 'data').then(([data]) => String(data)));
    expect((await ask(bounded.address, '/en')).text).toContain('home');
    for (const answer of await Promise.all(received)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await Promise.all(ended);
    expect(renders.get('/en/work/photos')).toBeUndefined();
    await bounded.close();
  });

  test('never reaches the site where the client breaks it off', async () => {
    const { site: ownSite, renders } = standInSite({ '/en/work/photos': () => html('taken') });
    const own = await startTestServer(database(), ownSite);
    const socket = await begin(own.address, () => undefined);
    await new Promise((resolve) => socket.write('a'.repeat(100_000), resolve));
    socket.destroy();
    await own.close();
    expect(renders.size).toBe(0);
    expect(own.logged.filter(({ msg }) => msg === 'unexpected fault')).toEqual([]);
  });
});
