import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-store.ts';
import { startStorage, type Storage } from './s3.fixture.ts';
import { takeIn } from './take-in.ts';

let storage: Storage;
let folder = '';
let files: FileStore;
let logged = '';

const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
const key = createHash('sha256').update(bytes).digest('hex');
const rules = { accept: ['application/pdf'], mostBytes: 1000 };

/** The store that an operator gets who has set this. */
function open(more: Record<string, string> = {}): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = storage.settings;
  const env = {
    DATA_DIR: folder,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: bucket,
    FILES_S3_REGION: region,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
    ...more,
  };
  return openFileStore(readConfig(env), pino({ base: null }, { write: (line) => (logged += line) }));
}

beforeEach(async () => {
  logged = '';
  folder = await mkdtemp(join(tmpdir(), 'pop-s3-'));
  storage = await startStorage();
  files = open();
});

afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

async function filesLeft(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a file is kept in the bucket under its SHA-256, and nothing of it on this machine', async () => {
  expect(await takeIn({ files }, [bytes.subarray(0, 20), bytes.subarray(20)], rules)).toMatchObject({
    original: { sha256: key, size: bytes.length, mediaType: 'application/pdf' },
  });
  expect([...storage.objects]).toEqual([[`${key.slice(0, 2)}/${key}`, bytes]]);
  expect(await filesLeft()).toEqual([]);
});

test('what one process has put in another can read', async () => {
  await files.write([bytes], 1000);
  const other = open({ DATA_DIR: join(folder, 'other') });
  expect(await other.has(key)).toBe(true);
  expect(await buffer(other.read(key))).toEqual(bytes);
  expect(await other.has('0'.repeat(64))).toBe(false);
});

test('the same file put in twice is sent once', async () => {
  await files.write([bytes], 1000);
  await files.write([bytes], 1000);
  expect(storage.asked).toEqual(['HEAD 404', 'PUT 200', 'HEAD 200']);
});

test('what is refused, too large or broken off never reaches the bucket, and leaves nothing', async () => {
  async function* broken() {
    yield await Promise.resolve(bytes);
    throw new Error('the line is gone');
  }
  expect(await takeIn({ files }, [bytes], { ...rules, accept: ['image/png'] })).toEqual({
    refused: 'type-not-accepted',
  });
  expect(await takeIn({ files }, [bytes], { ...rules, mostBytes: 10 })).toEqual({ refused: 'too-large' });
  await expect(files.write(broken(), 1000)).rejects.toThrow('the line is gone');
  expect([storage.asked, await filesLeft()]).toEqual([[], []]);
});

test('bytes that changed in the bucket are found out', async () => {
  await files.write([bytes], 1000);
  expect(await files.isIntact(key)).toBe(true);
  storage.objects.set(`${key.slice(0, 2)}/${key}`, Buffer.from('another'));
  expect(await files.isIntact(key)).toBe(false);
  expect(await files.isIntact('0'.repeat(64))).toBe(false);
});

test('a storage that refuses or is away is told as such, not as a file that is not there', async () => {
  const unavailable = { code: 'unavailable' };
  const stranger = open({ FILES_S3_SECRET_ACCESS_KEY: 'guessed' });
  await expect(stranger.has(key)).rejects.toMatchObject(unavailable);
  storage.broken = 500;
  await expect(files.write([bytes], 1000)).rejects.toMatchObject(unavailable);
  await expect(buffer(files.read(key))).rejects.toMatchObject(unavailable);
  await storage.close();
  await expect(files.has(key)).rejects.toMatchObject(unavailable);
  expect(await filesLeft()).toEqual([]);
  expect(logged.trimEnd().split('\n')).toHaveLength(4);
  expect(logged).not.toMatch(/guessed|not for logs|AKPOP/);
});

test('a key is never a path', async () => {
  await expect(files.has('../../etc/passwd')).rejects.toThrow(TypeError);
});
