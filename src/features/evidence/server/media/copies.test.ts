import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { useDatabase } from '#testing/database.ts';
import { addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addFile } from '../add-file.ts';
import { allowCopy, blurFile, fileToPrepare, type FilePlace } from './copies.ts';
import { findDuplicates } from './duplicates.ts';

const database = useDatabase();
let app: App;
let people: Monitoring;
let folder = '';
let place: FilePlace;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-copies-'));
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database());
  people = await addMonitoring(app.db);
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  place = await add(await picture());
});

async function picture(): Promise<Buffer> {
  number += 1;
  const pixels = Buffer.alloc(60 * 40 * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 97 + number) % 256;
  return sharp(pixels, { raw: { width: 60, height: 40, channels: 3 } })
    .png()
    .toBuffer();
}

const pdf = () => Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n${(number += 1)}`);

async function add(
  bytes: Buffer,
  given: { visibility?: 'private'; created_by?: string } = {},
): Promise<FilePlace> {
  const [item] = await addEvidenceItems(app.db, people, [given]);
  if (!item) throw new Error('one was asked for');
  const taken = await takeIn(app, [bytes], { accept: ['image/png', 'application/pdf'], mostBytes: 1e6 });
  if ('refused' in taken) throw new Error(taken.refused);
  const of = { municipalityId: item.municipality_id, id: item.id, position: 1 };
  await inTransaction(app.db, (tx) => addFile(tx, of, { ...taken, name: 'rruga.png' }, {}));
  return { assessmentId: people.assessment.id, itemId: item.id, position: '1' };
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const left = { version: 1, x1: 0, y1: 0, width1: 50, height1: 100 };

describe('a picture', () => {
  test('is blurred from its original, which stays as it was and sealed', async () => {
    const before = (await fileToPrepare(app, people.monitor, place)).file;
    done(await blurFile(app, people.monitor, place, left));
    const { file, fields, item } = await fileToPrepare(app, people.editor, place);
    expect(file.original).toBe(before.original);
    expect(file.copy).not.toBe(before.copy);
    expect(fields).toEqual({ x1: '0', y1: '0', width1: '50', height1: '100' });
    expect(item.version).toBe(2);
    expect(await app.files.isIntact(file.original)).toBe(true);
    for (const sha256 of [file.original, file.copy ?? '']) {
      expect(await readPublicFile(app, sha256)).toBeUndefined();
    }
    const [then, now] = await Promise.all(
      [before.copy, file.copy].map(async (sha256) =>
        sharp(await buffer(app.files.read(sha256 ?? '')))
          .raw()
          .toBuffer(),
      ),
    );
    expect(now?.subarray(0, 90).equals(then?.subarray(0, 90) ?? Buffer.alloc(0))).toBe(false);
    // Without a part there is nothing blurred: the copy is drawn anew as it was.
    done(await blurFile(app, people.editor, place, { version: 2 }));
    expect((await fileToPrepare(app, people.editor, place)).file.copy).toBe(before.copy);
  });

  test('is blurred by who added it, and by editors there; by nobody else', async () => {
    const { coder, coordinator, otherCoder, monitorElsewhere, editorElsewhere, contact, resident } = people;
    for (const actor of [coder, coordinator, otherCoder]) {
      await expect(blurFile(app, actor, place, left)).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const actor of [monitorElsewhere, editorElsewhere, contact, resident, nobody]) {
      await expect(blurFile(app, actor, place, left)).rejects.toMatchObject({ code: 'not-found' });
    }
    done(await blurFile(app, people.editor, place, left));
  });

  test('that its author blurs after it was accepted is looked at again; an editor’s own blur stands', async () => {
    const review = async () => (await fileToPrepare(app, people.editor, place)).item.review;
    const accept = () =>
      app.db
        .updateTable('evidence_item')
        .set({ review: 'accepted' })
        .where('id', '=', place.itemId)
        .execute();
    await accept();
    done(await blurFile(app, people.editor, place, left));
    expect(await review()).toBe('accepted');
    done(await blurFile(app, people.monitor, place, { version: 2 }));
    expect(await review()).toBe('open');
  });

  test('that two blur at once is blurred once; the other begins again', async () => {
    const outcomes = await Promise.all([
      blurFile(app, people.monitor, place, left),
      blurFile(app, people.editor, place, { ...left, width1: 25 }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });

  test('of a private item has no copy to prepare, and of a withdrawn one none any more', async () => {
    const own = await add(await picture(), { visibility: 'private' });
    await expect(fileToPrepare(app, people.monitor, own)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(fileToPrepare(app, people.editor, own)).rejects.toMatchObject({ code: 'not-found' });
    await app.db
      .updateTable('evidence_item')
      .set({ withdrawn_reason: 'Gabim' })
      .where('id', '=', place.itemId)
      .execute();
    expect(await blurFile(app, people.monitor, place, left)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'evidence.fault.closed' }],
    });
  });
});

describe('a document', () => {
  test('is shown only where an editor allows it, and sealed again on their word', async () => {
    const document = await add(pdf());
    const copyOf = async () => (await fileToPrepare(app, people.editor, document)).file;
    expect((await copyOf()).copy).toBeNull();
    await expect(
      allowCopy(app, people.monitor, document, { version: 1, allowed: true }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    done(await allowCopy(app, people.editor, document, { version: 1, allowed: true }));
    const { copy, original } = await copyOf();
    expect(copy).toBe(original);
    // Allowed is not published.
    expect(await readPublicFile(app, original)).toBeUndefined();
    done(await allowCopy(app, people.editor, document, { version: 2, allowed: false }));
    expect((await copyOf()).copy).toBeNull();
  });

  test('that holds a program stays sealed, and the editor is told why', async () => {
    const document = await add(
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\ntrailer<<>>\n%%EOF\n'),
    );
    expect(await allowCopy(app, people.editor, document, { version: 1, allowed: true })).toEqual({
      kind: 'refused',
      faults: [{ field: 'allowed', key: 'evidence.fault.pdf-program' }],
    });
    expect((await fileToPrepare(app, people.editor, document)).file.copy).toBeNull();
  });

  test('is not blurred, and a picture is not let through as it is', async () => {
    const document = await add(pdf());
    await expect(blurFile(app, people.editor, document, left)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(allowCopy(app, people.editor, place, { version: 1, allowed: true })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('the same file', () => {
  const told = async (actor: Actor, of: FilePlace) => {
    const { original } = (await fileToPrepare(app, people.monitor, place)).file;
    return findDuplicates(app.db, actor, { itemId: of.itemId, originals: [original] });
  };

  test('is told where it stands to who sees it there, and only that it is elsewhere to others', async () => {
    const bytes = await picture();
    place = await add(bytes);
    const twin = await add(bytes);
    const municipalityName = people.municipality.name;
    expect(await told(people.monitor, twin)).toEqual({
      seen: [{ itemId: place.itemId, assessmentId: place.assessmentId, municipalityName }],
      isElsewhere: false,
    });
    expect(await told(people.monitorElsewhere, twin)).toEqual({ seen: [], isElsewhere: true });
  });

  test('in a private item is told to those named alone: to nobody else even that it is there', async () => {
    const bytes = await picture();
    place = await add(bytes);
    const hidden = await add(bytes, { visibility: 'private' });
    expect((await told(people.monitor, place)).seen.map(({ itemId }) => itemId)).toEqual([hidden.itemId]);
    for (const actor of [people.editor, people.coordinator, people.coder, people.monitorElsewhere]) {
      expect(await told(actor, place)).toEqual({ seen: [], isElsewhere: false });
    }
  });

  test('of an item that was taken back is no duplicate', async () => {
    const bytes = await picture();
    place = await add(bytes);
    const twin = await add(bytes);
    await app.db
      .updateTable('evidence_item')
      .set({ withdrawn_reason: 'Gabim' })
      .where('id', '=', twin.itemId)
      .execute();
    expect(await told(people.monitor, place)).toEqual({ seen: [], isElsewhere: false });
  });
});
