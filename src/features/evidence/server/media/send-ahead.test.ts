import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { nobody } from '#features/accounts/actor.ts';
import { readSentAhead, uploadField, uploadKinds, writeSentAhead } from '#forms/uploads.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { sealFile } from '#server/files/record-file.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { forgetUploads } from '#server/files/uploads.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { attachUpload, keepFiles } from './attach-upload.ts';
import { announceFile, sendPiece, showSent } from './send-ahead.ts';

const database = useDatabase();
let app: App;
let people: Monitoring;
let photograph: Buffer;
let folder = '';
let now = new Date('2028-09-01T10:00:00Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-uploads-'));
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database(), { clock: () => now });
  people = await addMonitoring(app.db);
  photograph = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#4a3' } })
    .withExif({ IFD0: { Artist: 'Dikush' } })
    .jpeg()
    .toBuffer();
});

afterAll(() => rm(folder, { recursive: true }));

function announce(actor: Actor, bytes: Buffer, given: { name?: string; sha256?: string } = {}) {
  const { name = 'shtepia.jpg', sha256 = createHash('sha256').update(bytes).digest('hex') } = given;
  return announceFile(app, actor, { kind: 'photo', name, size: bytes.length, sha256 });
}

async function begin(actor: Actor, bytes: Buffer, given: { name?: string; sha256?: string } = {}) {
  const answer = await announce(actor, bytes, given);
  if (answer.kind !== 'on-its-way') throw new Error(JSON.stringify(answer));
  return answer;
}

async function sendAll(actor: Actor, bytes: Buffer, name: string) {
  const { id } = await begin(actor, bytes, { name });
  return { id, answer: await sendPiece(app, actor, id, { at: 0, bytes }) };
}

function formWith(id: string, name = 'x.jpg'): FormData {
  const data = new FormData();
  data.set(uploadField('photo'), writeSentAhead({ id, name }));
  return data;
}

describe('a file sent ahead', () => {
  test('is taken in with its last piece: original as it came, copy without what came with it', async () => {
    const { id } = await begin(people.monitor, photograph);
    const half = Math.floor(photograph.length / 2);
    const bytes = [photograph.subarray(0, half), photograph.subarray(half)];
    expect(await sendPiece(app, people.monitor, id, { at: 0, bytes: bytes[0] ?? photograph })).toEqual({
      kind: 'on-its-way',
      id,
      received: half,
    });
    const answer = await sendPiece(app, people.monitor, id, { at: half, bytes: bytes[1] ?? photograph });
    expect(answer).toEqual({ kind: 'taken', id, name: 'shtepia.jpg' });

    const attached = await attachUpload(app, people.monitor, formWith(id), 'photo', 'photo');
    if (attached.kind !== 'attached') throw new Error(attached.kind);
    const { original, publicCopy } = attached.file;
    expect(await buffer(app.files.read(original.sha256))).toEqual(photograph);
    const copy = await buffer(app.files.read(publicCopy?.sha256 ?? ''));
    expect([photograph.includes('Dikush'), copy.includes('Dikush')]).toEqual([true, false]);
    // The public has neither before somebody publishes the copy.
    for (const sha256 of [original.sha256, publicCopy?.sha256 ?? '']) {
      expect(await readPublicFile(app, sha256)).toBeUndefined();
    }
    const pieces = await app.db.selectFrom('upload_piece').selectAll().where('upload_id', '=', id).execute();
    expect(pieces).toEqual([]);
  });

  test('that broke off goes on where it was when the same file is chosen again, by its sender alone', async () => {
    const first = await begin(people.monitor, photograph, { name: 'rruga.jpg' });
    await sendPiece(app, people.monitor, first.id, { at: 0, bytes: photograph.subarray(0, 100) });
    expect(await announce(people.monitor, photograph, { name: 'rruga.jpg' })).toEqual({
      kind: 'on-its-way',
      id: first.id,
      received: 100,
    });
    const other = await begin(people.coder, photograph, { name: 'rruga.jpg' });
    expect([other.received, other.id === first.id]).toEqual([0, false]);
    await expect(showSent(app, people.coder, first.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      sendPiece(app, people.coder, first.id, { at: 100, bytes: photograph.subarray(100) }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test('takes a piece once: one that comes again, too early or too late changes nothing', async () => {
    const { id } = await begin(people.monitor, photograph, { name: 'pjese.jpg' });
    const piece = { at: 0, bytes: photograph.subarray(0, 100) };
    for (const at of [0, 0, 200, -1, 0.5]) await sendPiece(app, people.monitor, id, { ...piece, at });
    expect(await showSent(app, people.monitor, id)).toMatchObject({ received: 100 });
    const tooMuch = { at: 100, bytes: Buffer.alloc(photograph.length) };
    expect(await sendPiece(app, people.monitor, id, tooMuch)).toMatchObject({ received: 100 });
    await Promise.all(
      [1, 2, 3].map(() =>
        sendPiece(app, people.monitor, id, { at: 100, bytes: photograph.subarray(100, 200) }),
      ),
    );
    expect(await showSent(app, people.monitor, id)).toMatchObject({ received: 200 });
  });

  test('whose last piece is sent and asked for at once is taken once', async () => {
    const bytes = Buffer.concat([photograph, Buffer.from('twice')]);
    const { id } = await begin(people.monitor, bytes, { name: 'dy.jpg' });
    const answers = await Promise.all([
      sendPiece(app, people.monitor, id, { at: 0, bytes }),
      ...[1, 2, 3].map(() => showSent(app, people.monitor, id)),
    ]);
    for (const answer of answers) expect(['taken', 'on-its-way']).toContain(answer.kind);
    expect(await showSent(app, people.monitor, id)).toMatchObject({ kind: 'taken' });
  });

  test('that arrives as another is refused, and begins again', async () => {
    const { id } = await begin(people.monitor, photograph, { sha256: '0'.repeat(64) });
    expect(await sendPiece(app, people.monitor, id, { at: 0, bytes: photograph })).toEqual({
      kind: 'refused',
      key: 'file.fault.broken',
    });
    await expect(showSent(app, people.monitor, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that is none of what is taken is refused as what it is, whatever its name', async () => {
    const web = Buffer.from('<!doctype html><script>alert(1)</script>');
    const { answer } = await sendAll(people.monitor, web, 'foto.jpg');
    expect(answer).toEqual({ kind: 'refused', key: 'file.fault.type-not-accepted' });
  });

  test('may be of every kind that a form asks for, and of no other', async () => {
    const said = { name: 'x', size: 10, sha256: '2'.repeat(64) };
    for (const kind of Object.keys(uploadKinds)) {
      expect(await announceFile(app, people.monitor, { ...said, kind }), kind).toMatchObject({
        kind: 'on-its-way',
      });
    }
    for (const kind of ['film', 'toString', '', 7]) {
      await expect(announceFile(app, people.monitor, { ...said, kind })).rejects.toMatchObject({
        code: 'bad-request',
      });
    }
  });

  test('that is too large is refused before it is sent', async () => {
    const answer = announceFile(app, people.monitor, {
      kind: 'photo',
      name: 'e-madhe.jpg',
      size: 12_000_001,
      sha256: '1'.repeat(64),
    });
    expect(await answer).toEqual({ kind: 'refused', key: 'file.fault.too-large' });
  });

  test('is refused from those who do no work, and from nobody', async () => {
    for (const actor of [nobody, people.resident]) {
      await expect(announce(actor, photograph)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('comes to the same whatever its pieces are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), async (lengths) => {
        const bytes = Buffer.concat([photograph, Buffer.from(lengths.join())]);
        const { id, received } = await begin(people.monitor, bytes, { name: 'copa.jpg' });
        let at = received;
        for (let turn = 0; at < bytes.length; turn += 1) {
          const piece = bytes.subarray(at, at + (lengths[turn % lengths.length] ?? 1));
          await sendPiece(app, people.monitor, id, { at, bytes: piece });
          at += piece.length;
        }
        const attached = await attachUpload(app, people.monitor, formWith(id), 'photo', 'photo');
        expect(attached).toMatchObject({
          kind: 'attached',
          file: { original: { sha256: createHash('sha256').update(bytes).digest('hex') } },
        });
      }),
      { numRuns: 8 },
    );
  });
});

describe('a form', () => {
  test('attaches nobody else’s file, none that is not all there, and none of another kind', async () => {
    const { id } = await sendAll(people.monitor, photograph, 'ime.jpg');
    const gone = { kind: 'refused', fault: { field: 'photo', key: 'file.fault.gone' } };
    for (const actor of [people.coder, people.coordinator, nobody]) {
      expect(await attachUpload(app, actor, formWith(id), 'photo', 'photo')).toEqual(gone);
    }
    const half = await begin(people.monitor, photograph, { name: 'gjysma.jpg' });
    expect(await attachUpload(app, people.monitor, formWith(half.id), 'photo', 'photo')).toEqual(gone);
    expect(await attachUpload(app, people.monitor, formWith(id), 'photo', 'document')).toMatchObject({
      kind: 'refused',
    });
    const empty = new FormData();
    empty.set(uploadField('photo'), 'no id at all');
    expect(await attachUpload(app, people.monitor, empty, 'photo', 'photo')).toEqual({ kind: 'none' });
  });

  test('that came with its file keeps it where something else is refused', async () => {
    const data = new FormData();
    data.set('photo', new File([new Uint8Array(photograph)], 'me-formularin.jpg'));
    data.set('shows', 'Rruga');
    const sent = new Request('http://localhost/en/work', { method: 'POST', body: data });
    const kept = await (await keepFiles(app, people.monitor, sent, { photo: 'photo' })).formData();
    expect([kept.get('shows'), kept.get('photo')]).toEqual(['Rruga', null]);
    const ahead = readSentAhead(kept.get(uploadField('photo')));
    expect(ahead?.name).toBe('me-formularin.jpg');
    expect(await attachUpload(app, people.monitor, kept, 'photo', 'photo')).toMatchObject({
      kind: 'attached',
      file: { name: 'me-formularin.jpg' },
    });
  });

  test('that came with a file that is not welcome says so at its field', async () => {
    const data = new FormData();
    data.set('photo', new File(['<!doctype html>'], 'foto.jpg'));
    const sent = new Request('http://localhost/en/work', { method: 'POST', body: data });
    const kept = await (await keepFiles(app, people.monitor, sent, { photo: 'photo' })).formData();
    expect(await attachUpload(app, people.monitor, kept, 'photo', 'photo')).toEqual({
      kind: 'refused',
      fault: { field: 'photo', key: 'file.fault.type-not-accepted' },
    });
  });

  test('seals what it attaches', async () => {
    const { id } = await sendAll(people.monitor, photograph, 'vula.jpg');
    const attached = await attachUpload(app, people.monitor, formWith(id), 'photo', 'photo');
    if (attached.kind !== 'attached') throw new Error(attached.kind);
    const sealed = await inTransaction(app.db, (tx) => sealFile(tx, attached.file));
    expect(await readPublicFile(app, sealed.copy ?? '')).toBeUndefined();
    expect(await app.files.isIntact(sealed.original)).toBe(true);
  });
});

test('an upload that nobody goes on with is forgotten after two days, a file whose form was not sent after a month', async () => {
  const broken = await begin(people.monitor, photograph, { name: 'harruar.jpg' });
  const { id } = await sendAll(people.monitor, photograph, 'pa-formular.jpg');
  now = new Date('2028-09-04T10:00:00Z');
  await forgetUploads(app);
  await expect(showSent(app, people.monitor, broken.id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await showSent(app, people.monitor, id)).toMatchObject({ kind: 'taken' });
  now = new Date('2028-10-04T10:00:00Z');
  await forgetUploads(app);
  await expect(showSent(app, people.monitor, id)).rejects.toMatchObject({ code: 'not-found' });
});
