import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { correctEvent } from '#features/events/server/corrections.ts';
import { showEvent } from '#features/events/server/service.ts';
import { publishEvent } from '#features/events/server/stages.ts';
import { enterOnline, showOnline } from './online.ts';
import { stepAtDoor, syncDoor } from './door.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';

const gatherings = useGatherings();

const at = '2027-05-12T08:00:00.000Z';

async function recordOf(key: string) {
  const { db } = gatherings.app;
  const { id, ...event } = await db
    .selectFrom('event')
    .select(['id', 'participants', 'participants_is as is'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  const counts = await db
    .selectFrom('event_attendance')
    .select(['id', 'mode', 'sex', 'age_band as age', 'people'])
    .where('event_id', '=', id)
    .orderBy('people')
    .execute();
  return { event, counts };
}

test('publishing an event writes how many came into the record, and no group of fewer than ten', async () => {
  const { app, editor, facilitator } = gatherings;
  const { id, key } = await gatherings.open({ onSite: null, asks: ['sex', 'age-band'] });
  for (let index = 0; index < 23; index += 1) {
    const sex = index < 11 ? 'women' : 'men';
    valueOf(await gatherings.register(key, `Guest${index}`, { sex, ageBand: index < 5 ? '18-29' : null }));
  }
  valueOf(await gatherings.register(key, 'Absent', { sex: 'men' }));
  const came = await app.db
    .selectFrom('registration')
    .select('id')
    .where('plan_id', '=', id)
    .where('name', '!=', 'Absent')
    .execute();
  gatherings.setNow('2027-05-12T09:00:00Z');
  const acts = came.map((person) => ({
    id: randomUUID(),
    kind: 'in' as const,
    registration: person.id,
    at,
  }));
  await syncDoor(app, facilitator, key, { device: 'one', now: at, acts });
  await stepAtDoor(app, facilitator, key, { step: 'walk-in', registration: null, once: randomUUID() });
  await publishEvent(app, editor, key);
  const { event, counts } = await recordOf(key);
  expect(event).toEqual({ participants: 24, is: 'exact' });
  // The one who walked in said nothing: alone, they would be found by subtraction, and the women are left out with them.
  expect(counts.map(({ mode, sex, age, people }) => `${mode ?? sex ?? age} ${people}`)).toEqual([
    'men 12',
    'on-site 24',
  ]);
  const cited = await app.db
    .selectFrom('citation')
    .select('subject_id as id')
    .where(
      'subject_id',
      'in',
      counts.map((count) => count.id),
    )
    .execute();
  expect(cited).toHaveLength(counts.length);
});

test('what comes after publishing reaches the record as a correction, with the day on which it was counted', async () => {
  const { app, editor, facilitator } = gatherings;
  const { id, key } = await gatherings.open({ onSite: null, online: null, asks: [] });
  for (let index = 0; index < 12; index += 1) valueOf(await gatherings.register(key, `Came${index}`));
  const came = await app.db.selectFrom('registration').select('id').where('plan_id', '=', id).execute();
  gatherings.setNow('2027-05-12T09:00:00Z');
  await stepAtDoor(app, facilitator, key, { step: 'walk-in', registration: null, once: randomUUID() });
  await publishEvent(app, editor, key);
  const why = { reasonSq: 'Lista e derës erdhi më vonë.', reasonEn: '' };
  expect(await correctEvent(app, editor, key, why)).toMatchObject({ kind: 'refused' });
  const acts = came.map((person) => ({ id: randomUUID(), kind: 'in' as const, registration: person.id, at }));
  await syncDoor(app, facilitator, key, { device: 'one', now: at, acts });
  const { version } = await showOnline(app, editor, key);
  valueOf(await enterOnline(app, editor, key, { people: 30, version }));
  gatherings.setNow('2027-05-14T09:00:00Z');
  valueOf(await correctEvent(app, editor, key, why));
  expect((await recordOf(key)).event).toEqual({ participants: 1, is: 'exact' });
  expect(await showEvent(app, key)).toMatchObject({
    participants: { count: 43, is: 'told' },
    countedOn: '2027-05-14',
    corrections: [{ changed: ['participants'], reason: { sq: 'Lista e derës erdhi më vonë.' } }],
  });
  const { rows } = await sql<{ version: number; people: number }>`
    SELECT version, people FROM event_attendance JOIN event ON event.id = event_id
    WHERE event.key = ${key} AND mode = 'on-site'`.execute(app.db);
  expect(rows).toEqual([{ version: 2, people: 13 }]);
});

test('an event at which nobody was counted says nothing of how many came', async () => {
  const { key } = await gatherings.open();
  valueOf(await gatherings.register(key, 'Jona'));
  gatherings.setNow('2027-05-12T09:00:00Z');
  await publishEvent(gatherings.app, gatherings.editor, key);
  expect(await recordOf(key)).toEqual({ event: { participants: null, is: null }, counts: [] });
});
