import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { sendMail } from '#server/mail/send-mail.ts';
import { useDatabase } from '#testing/database.ts';
import { addGathering, addGatheringPlace, addWorkerAt } from '#testing/factories-gatherings.ts';
import { forgetLinks } from './speaker-store.ts';
import { showEvent } from './service.ts';
import { confirmSpeaker, sendSpeakerLink, showSpeaker } from './speakers.ts';

const database = useDatabase();
let app: App;
let editor: Actor;
let stranger: Actor;
let key: string;
let planId: string;
let folder: string;
let now = new Date('2027-05-01T08:00:00Z');
const ana = randomUUID();
const besa = randomUUID();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-speakers-'));
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database(), { clock: () => now });
  await app.jobs.start(app, { jobs: [sendMail], works: false });
  const place = await addGatheringPlace(app.db);
  editor = await addWorkerAt(app.db, 'editor', place);
  stranger = await addWorkerAt(app.db, 'editor', await addGatheringPlace(app.db));
  const plan = await addGathering(app.db, place);
  ({ key, id: planId } = plan);
  await app.db
    .insertInto('event_plan_person')
    .values([
      { id: ana, plan_id: plan.id, position: 1, name: 'Ana Leka', name_agreed: true, role: 'speaker' },
      { id: besa, plan_id: plan.id, position: 2, name: 'Besa Doko', name_agreed: true, role: 'moderator' },
    ])
    .execute();
});

afterAll(async () => {
  await app.jobs.stop();
  await rm(folder, { recursive: true });
});

/** The token of a link that is sent now. */
async function linkTo(row: string): Promise<string> {
  await app.db.deleteFrom('mail_outbox').execute();
  const sent = await sendSpeakerLink(app, editor, key, { row, email: `${row}@example.org` });
  expect(sent.kind).toBe('done');
  const mail = await app.db
    .selectFrom('mail_outbox')
    .select('body_text as body')
    .where('recipient', '=', `${row}@example.org`)
    .executeTakeFirstOrThrow();
  return /\/speaker\/([\w.-]+)/.exec(mail.body)?.[1] ?? '';
}

const said = {
  name: 'Ana Leka',
  capacitySq: 'Arkitekte',
  capacityEn: 'Architect',
  biographySq: 'Merret me hapësirat publike.',
  biographyEn: '',
  attendance: 'online',
  agreed: true,
  version: 1,
} as const;

test('a speaker confirms their own entry by link, and everyone sees it', async () => {
  const token = await linkTo(ana);
  const { entry } = await showSpeaker(app, token, '192.0.2.1');
  expect(entry).toMatchObject({ name: 'Ana Leka', version: 1, confirmedAt: null });
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  expect(
    await confirmSpeaker(app, token, { command: said, photo: [photo], address: '192.0.2.1' }),
  ).toMatchObject({ kind: 'done' });
  const { people } = await showEvent(app, key);
  expect(people[0]).toMatchObject({
    name: 'Ana Leka',
    capacity: { en: 'Architect' },
    attendance: 'online',
    biography: { sq: 'Merret me hapësirat publike.' },
  });
  expect(people[0]?.photo).toMatch(/^[0-9a-f]{64}$/);
  expect(people[1]).toMatchObject({ name: 'Besa Doko', attendance: 'unknown' });
});

test('what was changed meanwhile is shown, not written over', async () => {
  const token = await linkTo(besa);
  await app.db.updateTable('event_plan_person').set({ version: 2 }).where('id', '=', besa).execute();
  const command = { ...said, name: 'Besa Doko' };
  expect(await confirmSpeaker(app, token, { command, photo: undefined, address: '192.0.2.1' })).toMatchObject(
    {
      kind: 'conflict',
      theirVersion: 2,
    },
  );
});

test('a newer link ends the one before it; one that was not signed here opens nothing', async () => {
  const first = await linkTo(besa);
  await linkTo(besa);
  expect(await showSpeaker(app, first, '192.0.2.1')).toMatchObject({ refused: 'over' });
  const forged = `${'a'.repeat(43)}.${'b'.repeat(22)}`;
  for (const token of [forged, 'x', '']) {
    expect(await showSpeaker(app, token, '192.0.2.2')).toMatchObject({ refused: 'wrong', entry: null });
  }
});

test('nobody of another municipality sends links', async () => {
  await expect(
    sendSpeakerLink(app, stranger, key, { row: ana, email: 'a@example.org' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a link to a cancelled event opens nothing any more', async () => {
  const token = await linkTo(besa);
  await app.db
    .updateTable('event_plan')
    .set({ state: 'cancelled', cancel_reason: JSON.stringify({ sq: 'Arsye' }) })
    .where('id', '=', planId)
    .execute();
  expect(await showSpeaker(app, token, '192.0.2.1')).toMatchObject({ refused: 'over' });
  await app.db.updateTable('event_plan').set({ state: 'announced' }).where('id', '=', planId).execute();
});

test('addresses are forgotten a month after the event', async () => {
  now = new Date('2027-06-11T08:00:00Z');
  await forgetLinks(app.db, now);
  expect(await app.db.selectFrom('event_speaker_link').select('id').execute()).not.toEqual([]);
  now = new Date('2027-06-13T08:00:00Z');
  await forgetLinks(app.db, now);
  expect(await app.db.selectFrom('event_speaker_link').select('id').execute()).toEqual([]);
});
