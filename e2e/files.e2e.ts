import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPhoto } from '#features/listening/server/photos.ts';
import { publishSession } from '#features/listening/server/publishing.ts';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { addListeningPlace, addListeningSession, addWorker } from '#testing/factories-listening.ts';
import { metadataOf } from '#testing/read-pdf.ts';
import { ask } from './access/crawl.ts';
import { columnOf, makePeople, type Person } from './access/people.ts';
import { startOwnProgram, type OwnProgram } from './access/program.ts';

// Files as the built site gives them: to whom, as what, under what name, and how long they are kept.

let program: OwnProgram;
let app: App;
let people: Person[];
let place: Awaited<ReturnType<typeof addListeningPlace>>;
/** A session that was held, with a photograph that may be shown. */
let session: { id: string; photo: string };
let photograph: Buffer;

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  program = await startOwnProgram();
  app = program.app;
  place = await addListeningPlace(app.db, 'Fushaj');
  const elsewhere = await addListeningPlace(app.db, 'Bregaj');
  people = await makePeople(app, { own: [place.municipality.id], other: elsewhere.municipality.id });
  photograph = await takePhotograph();
  const { id } = await addListeningSession(app.db, place, { state: 'held', place: 'Shkolla' });
  const facilitator = await addWorker(app.db, place, 'facilitator');
  const words = { altSq: 'Dhjetë gra', altEn: '', consent: 'given' as const, consentNote: '' };
  const added = await addPhoto(app, facilitator, id, { ...words, bytes: [photograph] });
  if (added.kind !== 'done') throw new Error(JSON.stringify(added));
  session = { id, photo: added.value.id };
}, 300_000);

afterAll(() => program.stop());

/** Twelve million pixels as a telephone writes them: with the place, the camera's owner, on its side. */
function takePhotograph(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#345', noise } })
    .withExif({
      IFD0: { Artist: 'Dikush Dikushi' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 19/1 39/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 88 })
    .toBuffer();
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${program.url}${path}`, { headers, redirect: 'manual' });
}

/** What everyone is answered, by who they are. */
async function statuses(path: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const person of people) {
    const answer = await ask(program.url, path, person);
    await answer.body?.cancel();
    found[columnOf(person)] = answer.status;
  }
  return found;
}

const everyone = (status: number, but: Record<string, number> = {}) =>
  Object.fromEntries(people.map((person) => [columnOf(person), but[columnOf(person)] ?? status]));

describe('a photograph of a session', () => {
  test('is seen, cleaned, by those who read the session, and stays with nobody', async () => {
    const path = `/en/work/listening/${session.id}/photos/${session.photo}`;
    expect(await statuses(path)).toEqual(
      everyone(404, { nobody: 303, facilitator: 200, editor: 200, coordinator: 200 }),
    );
    const editor = people.find((person) => columnOf(person) === 'editor');
    const answer = await get(path, { cookie: editor?.cookie ?? '' });
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is no public file before the session is published; then its copy is, without place or name', async () => {
    const { copy_sha256: copy, original_sha256: original } = await app.db
      .selectFrom('listening_photo')
      .select(['copy_sha256', 'original_sha256'])
      .where('id', '=', session.photo)
      .executeTakeFirstOrThrow();
    expect(original).toBe(sha256Of(photograph));
    expect(await statuses(`/files/${copy}`)).toEqual(everyone(404));

    const editor = await addWorker(app.db, place, 'editor');
    const { version } = await app.db
      .selectFrom('listening_session')
      .select('version')
      .where('id', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(await publishSession(app, editor, session.id, version)).toMatchObject({ kind: 'done' });
    expect(await statuses(`/files/${copy}`)).toEqual(everyone(200));
    expect(await statuses(`/files/${original}`)).toEqual(everyone(404));

    const bytes = Buffer.from(await (await get(`/files/${copy}`)).arrayBuffer());
    expect(sha256Of(bytes)).toBe(copy);
    const { width, height, exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([width, height, exif, xmp, iptc]).toEqual([1920, 2560, undefined, undefined, undefined]);
    expect(bytes.includes('Dikush')).toBe(false);
  });
});

describe('a file of the public record', () => {
  async function addPublicFile() {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a43' } })
      .png()
      .toBuffer();
    const taken = await takeIn(app, [picture], { accept: ['image/png'], mostBytes: 100_000 });
    if ('refused' in taken) throw new Error(taken.refused);
    return inTransaction(app.db, (tx) => recordFile(tx, taken));
  }

  test('is what its type says and nothing that a page could run, and is asked for again only by its mark', async () => {
    const { publicCopy } = await addPublicFile();
    const answer = await get(`/files/${publicCopy ?? ''}`);
    const header = (name: string) => answer.headers.get(name);
    expect([answer.status, header('content-type')]).toEqual([200, 'image/webp']);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await get(`/files/${publicCopy ?? ''}`, { 'if-none-match': header('etag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  test.each(['0'.repeat(64), 'A'.repeat(64), 'abc', '..%2F..%2Fetc%2Fpasswd', '%00'])(
    'is not there for %s',
    async (key) => {
      const { status } = await get(`/files/${key}`);
      expect([400, 404]).toContain(status);
    },
  );
});

describe.each(['poster', 'sheet'])('the %s of a session', (paper) => {
  test('is for those who read the session', async () => {
    expect(await statuses(`/en/work/listening/${session.id}/${paper}.pdf`)).toEqual(
      everyone(404, { nobody: 303, facilitator: 200, editor: 200, coordinator: 200 }),
    );
  });

  test.each(['sq', 'en'])('is a PDF in %s, named for what it is, which nobody keeps', async (language) => {
    const facilitator = people.find((person) => columnOf(person) === 'facilitator');
    const path = `/${language}/work/listening/${session.id}/${paper}.pdf`;
    const answer = await get(path, { cookie: facilitator?.cookie ?? '' });
    const header = (name: string) => answer.headers.get(name);
    expect([answer.status, header('content-type')]).toEqual([200, 'application/pdf']);
    expect(header('content-disposition')).toBe(
      `inline; filename="${paper}-${place.municipality.key}-2026-03-12.pdf"`,
    );
    expect(header('cache-control')).toBe('private, no-store');
    expect(metadataOf(Buffer.from(await answer.arrayBuffer()))).toContain(
      `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li>`,
    );
  });
});

test('whoever sends too much is told so on a page with the style of all others', async () => {
  const facilitator = people.find((person) => columnOf(person) === 'facilitator');
  const address = `/en/work/listening/${session.id}/photos`;
  const answer = await fetch(`${program.url}${address}?/save`, {
    method: 'POST',
    headers: {
      cookie: facilitator?.cookie ?? '',
      origin: program.url,
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: `altSq=${'a'.repeat(600_000)}`,
  });
  const page = await answer.text();
  expect([answer.status, page.includes('What you sent is too large')]).toEqual([413, true]);
  const sheets = [...page.matchAll(/href="([^"]+\.css)"/g)].map(([, href = '']) => href);
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) {
    const style = await fetch(new URL(sheet, `${program.url}${address}`));
    expect(style.headers.get('content-type')).toContain('text/css');
  }
});
