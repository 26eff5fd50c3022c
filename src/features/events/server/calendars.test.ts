import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addEventOf,
  addGathering,
  addGatheringPlace,
  type GatheringPlace,
} from '#testing/factories-gatherings.ts';
import { calendarOf, calendarOfEvent } from './calendars.ts';
import { listEvents, listEventsOf, showEvent } from './service.ts';

const database = useDatabase();
let app: App;
let fier: GatheringPlace;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-05-01T08:00:00Z'),
  });
  fier = await addGatheringPlace(app.db);
  const own = { municipality_id: fier.municipality.id };
  await addGathering(app.db, fier, { ...own, key: 'open', online_url: 'https://meet.example/secret' });
  await addGathering(app.db, fier, { ...own, key: 'kept-back', state: 'draft' });
  await addGathering(app.db, fier, {
    municipality_id: null,
    key: 'called-off',
    state: 'cancelled',
    sequence: 2,
    cancel_reason: JSON.stringify({ sq: 'Salla u mbyll.' }),
  });
});

function eventsOf(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('the network’s calendar has what was announced and no draft; what was called off says so', async () => {
  const events = eventsOf(await calendarOf(app, 'sq'));
  expect(new Set(events.map(({ uid }) => uid.split('@')[0]))).toEqual(new Set(['called-off', 'open']));
  const off = events.find(({ uid }) => uid.startsWith('called-off@'));
  expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(off?.sequence).toBe(2);
});

test('one event has its own file; a draft has none', async () => {
  const [event] = eventsOf(await calendarOfEvent(app, 'en', 'open'));
  expect(event?.summary).toBe('National conference');
  await expect(calendarOfEvent(app, 'en', 'kept-back')).rejects.toMatchObject({ code: 'not-found' });
});

test('the address for taking part online stands in no calendar and on no page', async () => {
  expect(await calendarOf(app, 'sq')).not.toContain('secret');
  expect(JSON.stringify(await showEvent(app, 'open'))).not.toContain('secret');
});

test('what was announced has its page and stands among what lies ahead; a draft is as if it were not', async () => {
  expect(await showEvent(app, 'open')).toMatchObject({
    key: 'open',
    upcoming: true,
    plan: { state: 'announced' },
  });
  await expect(showEvent(app, 'kept-back')).rejects.toMatchObject({ code: 'not-found' });
  const { upcoming } = await listEvents(app, {});
  expect(new Set(upcoming.map(({ key }) => key))).toEqual(new Set(['called-off', 'open']));
});

test('a municipality’s calendar has its own events and those in which it takes part, and no others', async () => {
  const korce = await addGatheringPlace(app.db);
  const coming = await addGathering(app.db, korce, { municipality_id: null, key: 'coming-together' });
  await addGathering(app.db, korce, { key: 'of-another' });
  await app.db
    .insertInto('event_plan_person')
    .values({
      id: randomUUID(),
      plan_id: coming.id,
      position: 1,
      name: 'Ana Leka',
      role: 'speaker',
      municipality_id: fier.municipality.id,
    })
    .execute();
  const held = await addGathering(app.db, korce, { municipality_id: null, key: 'held-together' });
  const event = await addEventOf(app.db, held);
  await app.db
    .insertInto('event_municipality')
    .values({
      id: randomUUID(),
      key: 'held-together/fier',
      event_id: event.id,
      municipality_id: fier.municipality.id,
      attendance: 'on-site',
    })
    .execute();
  const events = eventsOf(await calendarOf(app, 'en', fier.municipality.key));
  const expected = new Set(['open', 'coming-together', 'held-together']);
  expect(new Set(events.map(({ uid }) => uid.split('@')[0]))).toEqual(expected);
  const listed = await listEventsOf(app, fier.municipality.key);
  expect(new Set(listed.map(({ key }) => key))).toEqual(expected);
});
