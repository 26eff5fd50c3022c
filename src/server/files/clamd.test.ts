import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { Clamd } from './clamd.ts';
import { startClamd, type FakeClamd } from './clamd.fixture.ts';
import { FolderStore } from './folder-store.ts';
import { takeIn } from './take-in.ts';

const document = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
const malware = Buffer.concat([document, Buffer.from('MALWARE')]);
const rules = { accept: ['application/pdf'], mostBytes: 1_000_000 };
const log = pino({ level: 'silent' });
let clamd: FakeClamd;
let folder = '';

beforeEach(async () => {
  clamd = await startClamd();
  folder = await mkdtemp(join(tmpdir(), 'pop-clamd-'));
});

afterEach(async () => {
  await clamd.close();
  await rm(folder, { recursive: true });
});

function scanner(patience?: number) {
  return new Clamd({ host: '127.0.0.1', port: clamd.port }, log, patience);
}

async function send(bytes: Buffer, patience?: number) {
  const app = { files: new FolderStore(folder), scanner: scanner(patience) };
  return takeIn(app, [bytes], rules);
}

async function filesLeft(): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

test('a file is taken once the scanner has seen all of it and found nothing', async () => {
  expect(await send(document)).toMatchObject({ original: { size: document.length } });
  expect(clamd.seen).toEqual([document]);
});

test('a file of many chunks arrives whole at the scanner', async () => {
  const path = join(folder, 'large');
  const bytes = Buffer.alloc(300_000, 'pop');
  await writeFile(path, bytes);
  expect(await scanner().scan(path)).toBe('clean');
  expect(clamd.seen[0]?.equals(bytes)).toBe(true);
});

test('malware is refused, and nothing of it stays', async () => {
  expect(await send(malware)).toEqual({ refused: 'infected' });
  expect(await filesLeft()).toBe(0);
});

test.each(['too-large', 'hangs-up', 'nothing'] as const)(
  'where the scanner is out of order (%s) no file is taken unseen',
  async (says) => {
    clamd.says = says;
    expect(await send(document, 200)).toEqual({ refused: 'not-scanned' });
    expect(await filesLeft()).toBe(0);
  },
);

test('where no scanner answers no file is taken unseen', async () => {
  const app = {
    files: new FolderStore(folder),
    scanner: new Clamd({ path: join(folder, 'none.sock') }, log),
  };
  expect(await takeIn(app, [document], rules)).toEqual({ refused: 'not-scanned' });
});

test('the scanner is a socket, or a host and port; none is none', () => {
  expect(readConfig({}).scanner).toBeUndefined();
  expect(readConfig({ CLAMD_HOST: 'av.example' }).scanner).toEqual({ host: 'av.example', port: 3310 });
  expect(readConfig({ CLAMD_SOCKET: '/run/clamd.sock', CLAMD_HOST: 'av.example' }).scanner).toEqual({
    path: '/run/clamd.sock',
  });
});
