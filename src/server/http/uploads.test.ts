import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import type { Sender } from './large-forms.ts';
import { ask, html, sendBytes, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

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
  '/sq/priorities/fier-2023-1/2025-2026/view': async (asked) =>
    html(`<p>${(await asked.arrayBuffer()).byteLength}</p>`),
  '/en/ask': async (asked) => html(`<p>${(await asked.arrayBuffer()).byteLength}</p>`),
});

/** Cookies by what the session says that carries them. */
const senders = new Map<string, Sender>([
  ['pop_session=works', 'works'],
  ['pop_session=ended', 'ended'],
]);
const senderOf = (cookie = '') => Promise.resolve(senders.get(cookie) ?? 'nobody');
const works = 'pop_session=works';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-uploads-'));
  server = await startTestServer(database(), site, {
    senderOf,
    env: { DATA_DIR: folder },
    // Nobody's patience is renewed while this runs.
    clock: () => new Date('2028-06-01T08:00:00Z'),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const megabyte = 1024 * 1024;
const multipart = 'multipart/form-data; boundary=x';

function send(path: string, bytes: number, headers: Record<string, string>) {
  const own = { origin: server.address, ...headers };
  return ask(server.address, path, { method: 'POST', headers: own, body: 'a'.repeat(bytes) });
}

test('a file of some megabytes is taken in the workspace alone, from who works here', async () => {
  const session = { 'content-type': multipart, cookie: works };
  const taken = await send('/en/work/photos', 3 * megabyte, session);
  expect([taken.status, taken.text]).toEqual([200, expect.stringContaining(String(3 * megabyte))]);
  for (const cookie of ['', 'pop_session=', 'pop_session=invented'])
    expect(await send('/en/work/photos', 3 * megabyte, { 'content-type': multipart, cookie })).toMatchObject({
      status: 403,
    });
  const refused = await Promise.all([
    send('/en/work/photos', 3 * megabyte, {
      ...session,
      'content-type': 'application/x-www-form-urlencoded',
    }),
    send('/en/ask', 3 * megabyte, session),
    send('/en/work/photos', 17 * megabyte, session),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([413, 413, 413]);
  expect(await readdir(join(folder, 'forms'))).toEqual([]);
});

test('of a form with a file that is too large, all that was typed reaches the page', async () => {
  async function hand(bytes: number, cookie = works) {
    const form = new FormData();
    form.append('scan', new Blob(['a'.repeat(bytes)]), 'scan.pdf');
    form.append('words', 'Ç’u tha');
    const request = new Request(server.address, { method: 'POST', body: form });
    const headers = {
      origin: server.address,
      cookie,
      'content-type': request.headers.get('content-type') ?? '',
    };
    const body = Buffer.from(await request.arrayBuffer());
    return ask(server.address, '/en/work/scans', { method: 'POST', headers, body });
  }
  expect((await hand(3 * megabyte)).text).toContain(`Ç’u tha, ${3 * megabyte} false`);
  expect((await hand(20 * megabyte)).text).toContain('Ç’u tha, 0 true');
  // What was typed in a session that has ended is kept by the page; the file is not even looked at.
  expect((await hand(3 * megabyte, 'pop_session=ended')).text).toContain('Ç’u tha, 0 true');
});

test.each([
  ['of an announced length', `content-length: ${16 * megabyte}`, ''],
  [
    'of no length',
    'transfer-encoding: chunked',
    `${(600 * 1024).toString(16)}\r\n${'a'.repeat(600 * 1024)}\r\n`,
  ],
])('a large form %s, by somebody signed out, is refused before it is read', async (_, length, sent) => {
  const head = [
    'POST /en/work/photos HTTP/1.1',
    'host: x',
    'cookie: pop_session=invented',
    `origin: ${server.address}`,
    `content-type: ${multipart}`,
    length,
  ];
  // No more is ever sent: the answer comes all the same, and the connection is closed.
  expect(await sendBytes(server.address, `${head.join('\r\n')}\r\n\r\n${sent}`)).toMatch(
    /^HTTP\/1\.1 403 [^]*connection: close/i,
  );
});

test('where files are taken without an account, one address is asked to wait after thirty large forms', async () => {
  const statuses: number[] = [];
  for (let form = 0; form < 31; form += 1) {
    const path = '/sq/priorities/fier-2023-1/2025-2026/view';
    statuses.push(
      (await send(path, 600 * 1024, { 'content-type': multipart, 'x-forwarded-for': '192.0.2.9' })).status,
    );
  }
  expect([statuses.slice(0, 30).every((status) => status === 200), statuses[30]]).toEqual([true, 429]);
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
    `cookie: ${works}`,
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
    const bounded = await startTestServer(database(), slowSite, { limits, senderOf });
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
    const own = await startTestServer(database(), ownSite, { senderOf });
    const socket = await begin(own.address, () => undefined);
    await new Promise((resolve) => socket.write('a'.repeat(100_000), resolve));
    socket.destroy();
    await own.close();
    expect(renders.size).toBe(0);
    expect(own.logged.filter(({ msg }) => msg === 'unexpected fault')).toEqual([]);
  });
});
