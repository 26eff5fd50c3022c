import { appendFile, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { FolderStore } from './folder-store.ts';
import { readPublicFile } from './read-public-file.ts';
import { recordFile } from './record-file.ts';
import { takeIn, type FileRefusal, type TakenFile } from './take-in.ts';

const database = useDatabase();
const rules = { accept: ['image/jpeg', 'image/png', 'application/pdf'], mostBytes: 1_000_000 };
/** The EXIF entry that leads to the place, low byte first. */
const placeTag = Buffer.from([0x25, 0x88]);
let folder = '';
let files = new FolderStore('');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-files-'));
  files = new FolderStore(folder);
});

afterEach(() => rm(folder, { recursive: true }));

/** Taken on its side at 41°19′39″N, with the photographer's name. */
function photograph(): Promise<Buffer> {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '41/1 19/1 39/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '19/1 49/1 8/1',
  };
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#a43' } })
    .withExif({ IFD0: { Artist: 'Dikush Dikushi' }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield await Promise.resolve(bytes.subarray(at, at + 100));
}

function accepted(outcome: TakenFile | FileRefusal): TakenFile {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

async function filesLeft(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a photograph is kept as it came, under its SHA-256', async () => {
  const bytes = await photograph();
  const { original } = accepted(await takeIn({ files }, inChunks(bytes), rules));
  expect(original).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mediaType: 'image/jpeg',
  });
  expect(await buffer(files.read(original.sha256))).toEqual(bytes);
});

test('the public copy of a photograph stands upright and says nothing of place or person', async () => {
  const bytes = await photograph();
  const before = await sharp(bytes).metadata();
  expect([before.width, before.height, before.orientation]).toEqual([60, 40, 6]);
  expect(before.exif?.toString('latin1')).toContain('Dikush');
  expect(before.exif?.includes(placeTag)).toBe(true);

  const { publicCopy } = accepted(await takeIn({ files }, inChunks(bytes), rules));
  const copy = await buffer(files.read(publicCopy?.sha256 ?? ''));
  const after = await sharp(copy).metadata();
  expect([after.width, after.height, after.orientation]).toEqual([40, 60, undefined]);
  expect([after.exif, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined]);
  expect(copy.includes('Dikush')).toBe(false);
});

test('the public gets the copy, never the original', async () => {
  const { db } = database();
  const taken = accepted(await takeIn({ files }, [await photograph()], rules));
  const kept = await inTransaction(db, (tx) => recordFile(tx, taken));
  expect(await readPublicFile({ db, files }, kept.original)).toBeUndefined();
  const shown = await readPublicFile({ db, files }, kept.publicCopy ?? '');
  expect(shown).toMatchObject({ mediaType: 'image/jpeg', size: taken.publicCopy?.size });
  shown?.bytes.destroy();
});

test('the same file put in twice is one file', async () => {
  const { db } = database();
  const record = async () => {
    const taken = accepted(await takeIn({ files }, [await photograph()], rules));
    return inTransaction(db, (tx) => recordFile(tx, taken));
  };
  expect(await record()).toEqual(await record());
  expect(await filesLeft()).toHaveLength(2);
});

test('what a file is stands in its bytes', async () => {
  const web = Buffer.from('<!doctype html><script>alert(1)</script>');
  const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]);
  for (const bytes of [web, program]) {
    expect(await takeIn({ files }, [bytes], rules)).toEqual({ refused: 'type-not-accepted' });
  }
  expect(await filesLeft()).toEqual([]);
});

test('a document is taken, and has no public copy before people decide', async () => {
  const document = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
  const taken = accepted(await takeIn({ files }, [document], rules));
  expect(taken).toMatchObject({ original: { mediaType: 'application/pdf' }, publicCopy: undefined });
});

test('a picture that breaks off is refused', async () => {
  const bytes = await photograph();
  const half = bytes.subarray(0, bytes.length - 150);
  expect(await takeIn({ files }, [half], rules)).toEqual({ refused: 'broken-image' });
  expect(await filesLeft()).toEqual([]);
});

test('a file over the limit is refused as soon as it is, and one of nothing too', async () => {
  let asked = 0;
  function* endless() {
    for (;;) {
      asked += 1;
      yield Buffer.alloc(100_000);
    }
  }
  expect(await takeIn({ files }, endless(), rules)).toEqual({ refused: 'too-large' });
  expect(asked).toBe(11);
  expect(await takeIn({ files }, [], rules)).toEqual({ refused: 'empty' });
  expect(await filesLeft()).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  async function* broken() {
    yield await photograph();
    throw new Error('the line is gone');
  }
  await expect(takeIn({ files }, broken(), rules)).rejects.toThrow('the line is gone');
  expect(await filesLeft()).toEqual([]);
});

test('what a killed process has left is removed a day later', async () => {
  await files.write([Buffer.from('whole')], 10);
  for (const name of ['old', 'new']) await writeFile(join(folder, 'unfinished', name), '');
  const yesterday = Date.now() / 1000 - 25 * 60 * 60;
  await utimes(join(folder, 'unfinished/old'), yesterday, yesterday);
  await files.clearUnfinished();
  expect(await readdir(join(folder, 'unfinished'))).toEqual(['new']);
  expect(await filesLeft()).toHaveLength(2);
});

test('bytes that changed on the disk are found out', async () => {
  const written = await files.write([Buffer.from('whole')], 10);
  const key = written?.sha256 ?? '';
  expect(await files.isIntact(key)).toBe(true);
  await appendFile(files.pathOf(key), '!');
  expect(await files.isIntact(key)).toBe(false);
  expect(await files.isIntact('0'.repeat(64))).toBe(false);
});

test('a key is never a path', () => {
  expect(() => files.pathOf('../../etc/passwd')).toThrow(TypeError);
});
