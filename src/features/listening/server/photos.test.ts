import { buffer } from 'node:stream/consumers';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#server/app.ts';
import { FolderStore } from '#server/files/folder-store.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { showEvent } from '#features/events/server/service.ts';
import { addListeningSession, addVoicedNeeds } from '#testing/factories-listening.ts';
import { useScene } from './listening.fixture.ts';
import { addPhoto, removePhoto } from './photos.ts';
import { publishSession } from './publishing.ts';
import { readSessionPhoto } from './read-photo.ts';
import { showSession } from './sessions.ts';
import { withdrawPhoto } from './withdrawing.ts';

const scene = useScene();
let app: App;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-photos-'));
  app = { ...scene().app, files: new FolderStore(folder) };
});
afterAll(() => rm(folder, { recursive: true }));

function picture(background: string) {
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Dikush Dikushi' } })
    .jpeg()
    .toBuffer();
}
const words = { altSq: 'Dhjetë gra', altEn: '', consent: 'given' as const, consentNote: '' };

test('a photograph is kept once, cleaned, for those who work with the session', async () => {
  const { facilitator, stranger, contact, coordinator, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  const bytes = await picture('#a43');
  const outcomes = await Promise.all(
    [1, 2].map(() => addPhoto(app, facilitator, id, { ...words, bytes: [bytes] })),
  );
  expect(outcomes[0]).toEqual(outcomes[1]);
  const { photos } = await showSession(app, facilitator, id);
  expect(photos).toHaveLength(1);
  const photo = photos[0]?.id ?? '';
  const shown = await readSessionPhoto(app, coordinator, id, photo);
  expect((await buffer(shown.bytes)).includes('Dikush')).toBe(false);
  for (const who of [stranger, contact]) {
    await expect(readSessionPhoto(app, who, id, photo)).rejects.toThrow('not-found');
  }
  await expect(addPhoto(app, coordinator, id, { ...words, bytes: [bytes] })).rejects.toThrow('forbidden');
  await removePhoto(app, facilitator, id, photo);
  expect((await showSession(app, facilitator, id)).photos).toEqual([]);
});

test('what is no photograph is refused', async () => {
  const { facilitator, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  for (const [bytes, key] of [
    [Buffer.from('<svg/>'), 'listening.photo.type-not-accepted'],
    [Buffer.alloc(0), 'listening.photo.empty'],
    [(await picture('#123')).subarray(0, 200), 'listening.photo.broken-image'],
  ] as const) {
    expect(await addPhoto(app, facilitator, id, { ...words, bytes: [bytes] })).toMatchObject({
      faults: [{ key }],
    });
  }
});

test('the public page shows who came, what was accepted and the photographs to which people agree', async () => {
  const { facilitator, editor, fier } = scene();
  const session = await addListeningSession(app.db, fier, { state: 'held', minutes: 'Private' });
  await app.db
    .insertInto('listening_attendance')
    .values([
      { session_id: session.id, sex: 'women', age_band: '18-29', people: 5 },
      { session_id: session.id, social_group: 'farmers', people: 3 },
    ])
    .execute();
  await addVoicedNeeds(app.db, session, [
    { review: 'accepted', statement: 'Ujë', translation: 'Water' },
    { review: 'withheld', review_note: 'fyerje', statement: 'Secret' },
  ]);
  await addPhoto(app, facilitator, session.id, { ...words, bytes: [await picture('#4a3')] });
  const hidden = { ...words, altSq: 'Fytyra', consent: 'not-given' as const };
  await addPhoto(app, facilitator, session.id, { ...hidden, bytes: [await picture('#34a')] });
  const { photos } = await showSession(app, editor, session.id);
  for (const { copySha256 } of photos) expect(await readPublicFile(app, copySha256)).toBeUndefined();
  const outcome = await publishSession(app, editor, session.id, 1);
  const event = await showEvent(app, outcome.kind === 'done' ? outcome.value.eventKey : '');
  expect(event.session).toMatchObject({
    attendance: [{ band: '18-29', counts: { women: 5, men: 0 } }],
    groups: [{ group: 'farmers', people: 3 }],
    needs: [{ statement: { sq: 'Ujë', en: 'Water' }, spokenIn: 'sq', corrections: [] }],
    photos: [{ alt: { sq: 'Dhjetë gra' } }],
  });
  const told = JSON.stringify(event);
  for (const secret of ['Secret', 'fyerje', 'Private', 'Fytyra']) expect(told).not.toContain(secret);
  const [agreed, refusedOne] = photos.map(({ copySha256 }) => copySha256);
  expect(event.session?.photos[0]?.sha256).toBe(agreed);
  const open = await readPublicFile(app, agreed ?? '');
  expect(open).toBeDefined();
  open?.bytes.destroy();
  expect(await readPublicFile(app, refusedOne ?? '')).toBeUndefined();
  expect(await removePhoto(app, facilitator, session.id, session.id)).toMatchObject({ kind: 'refused' });
});

test('a published photograph is taken from the public at once when consent is withdrawn, which stays told', async () => {
  const { facilitator, editor, stranger, fier } = scene();
  const session = await addListeningSession(app.db, fier, { state: 'held' });
  const added = await addPhoto(app, facilitator, session.id, { ...words, bytes: [await picture('#c5d')] });
  const photo = added.kind === 'done' ? added.value.id : '';
  expect(await withdrawPhoto(app, editor, session.id, photo)).toMatchObject({ kind: 'refused' });
  const outcome = await publishSession(app, editor, session.id, 1);
  const key = outcome.kind === 'done' ? outcome.value.eventKey : '';
  const sha256 = (await showEvent(app, key)).session?.photos[0]?.sha256 ?? '';
  const open = await readPublicFile(app, sha256);
  expect(open).toBeDefined();
  open?.bytes.destroy();
  await expect(withdrawPhoto(app, facilitator, session.id, photo)).rejects.toThrow('forbidden');
  await expect(withdrawPhoto(app, stranger, session.id, photo)).rejects.toThrow('not-found');
  const twice = await Promise.all([1, 2].map(() => withdrawPhoto(app, editor, session.id, photo)));
  expect(twice.map(({ kind }) => kind)).toEqual(['done', 'done']);
  expect(await readPublicFile(app, sha256)).toBeUndefined();
  expect((await showEvent(app, key)).session).toMatchObject({
    photos: [],
    withdrawals: [{ withdrawnOn: '2026-03-20' }],
  });
  expect((await showSession(app, editor, session.id)).photos).toMatchObject([{ consent: 'not-given' }]);
});
