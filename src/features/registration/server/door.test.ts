import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addEventOf } from '#testing/factories-gatherings.ts';
import { countParticipants, publishAttendance } from './attendance.ts';
import { partsForDevice, showDoor, stepAtDoor, syncDoor } from './door.ts';
import { forget } from './forget.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';

const gatherings = useGatherings();

const at = '2027-05-12T08:00:00.000Z';
const act = (registration: string, time: string, kind: 'in' | 'undo' = 'in') => ({
  id: randomUUID(),
  kind,
  registration,
  at: time,
});

async function arrivalOf(id: string) {
  const { arrivedAt } = await gatherings.app.db
    .selectFrom('registration')
    .select('arrived_at as arrivedAt')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return arrivedAt?.toISOString() ?? null;
}

test('two devices that were offline check in the same person: once, at the first time, and the later one is told', async () => {
  const { id, key } = await gatherings.open();
  valueOf(await gatherings.register(key, 'Gent'));
  const person = (await gatherings.linkOf(id, 'Gent')).id;
  gatherings.setNow('2027-05-12T09:00:00Z');
  const { app, facilitator } = gatherings;
  const late = {
    device: 'two',
    now: '2027-05-12T09:00:00.000Z',
    acts: [act(person, '2027-05-12T08:10:00.000Z')],
  };
  const early = { device: 'one', now: '2027-05-12T09:00:00.000Z', acts: [act(person, at)] };
  expect(await syncDoor(app, facilitator, key, late)).toMatchObject([{ outcome: 'done' }]);
  expect(await syncDoor(app, facilitator, key, early)).toMatchObject([{ outcome: 'done', arrivedAt: at }]);
  // Sent again, as after an answer that got lost.
  expect(await syncDoor(app, facilitator, key, late)).toMatchObject([{ outcome: 'already', arrivedAt: at }]);
  expect(await arrivalOf(person)).toBe(at);
  const undo = { ...early, acts: [act(person, '2027-05-12T08:20:00.000Z', 'undo')] };
  await Promise.all([syncDoor(app, facilitator, key, undo), syncDoor(app, facilitator, key, late)]);
  expect(await arrivalOf(person)).toBeNull();
});

test('a device whose clock is an hour slow is set right, and what is no registration of the event is told', async () => {
  const { id, key } = await gatherings.open();
  valueOf(await gatherings.register(key, 'Hysni'));
  const person = (await gatherings.linkOf(id, 'Hysni')).id;
  gatherings.setNow('2027-05-12T09:00:00Z');
  const sent = {
    device: 'slow',
    now: '2027-05-12T08:00:00.000Z',
    acts: [act(person, '2027-05-12T07:30:00.000Z'), act(randomUUID(), at)],
  };
  const results = await syncDoor(gatherings.app, gatherings.editor, key, sent);
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'unknown']);
  expect(await arrivalOf(person)).toBe('2027-05-12T08:30:00.000Z');
});

test('the door shows names, not addresses, to those who work there alone; walk-ins are counted and taken back', async () => {
  const { key } = await gatherings.open();
  valueOf(await gatherings.register(key, 'Ilir'));
  const step = { step: 'walk-in' as const, registration: null, once: randomUUID() };
  const { app, facilitator, foreignEditor } = gatherings;
  await stepAtDoor(app, facilitator, key, step);
  await stepAtDoor(app, facilitator, key, step);
  expect(await showDoor(app, facilitator, key)).toMatchObject({ walkIns: 1, people: [{ name: 'Ilir' }] });
  expect(JSON.stringify(await showDoor(app, facilitator, key))).not.toContain('@');
  await stepAtDoor(app, facilitator, key, { step: 'undo', registration: null, once: randomUUID() });
  expect(await showDoor(app, facilitator, key)).toMatchObject({ walkIns: 0 });
  await expect(showDoor(app, foreignEditor, key)).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    syncDoor(app, { kind: 'nobody' }, key, { device: 'x', now: at, acts: [] }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a device is sent the part of the list that changed, and nothing of one that it has', async () => {
  const { id, key } = await gatherings.open({ onSite: 3 });
  for (const name of ['Jeta', 'Kledi']) valueOf(await gatherings.register(key, name));
  const { app, facilitator, foreignEditor } = gatherings;
  const { parts } = await partsForDevice(app, facilitator, key, {});
  expect(parts.flatMap(({ people }) => people.map(({ name }) => name)).sort()).toEqual(['Jeta', 'Kledi']);
  const known = Object.fromEntries(parts.map(({ letter, mark }) => [letter, mark]));
  expect(await partsForDevice(app, facilitator, key, known)).toEqual({ parts: [], walkIns: 0 });
  const jeta = (await gatherings.linkOf(id, 'Jeta')).id;
  gatherings.setNow('2027-05-12T09:00:00Z');
  await syncDoor(app, facilitator, key, { device: 'one', now: at, acts: [act(jeta, at)] });
  const changed = await partsForDevice(app, facilitator, key, known);
  expect(changed.parts.map(({ letter }) => letter)).toEqual([jeta.charAt(0)]);
  await expect(partsForDevice(app, foreignEditor, key, {})).rejects.toMatchObject({ code: 'not-found' });
});

test('counts are published from ten up, kept when the persons are forgotten, and the same then', async () => {
  const { id, key } = await gatherings.open({ onSite: null, asks: ['sex'], keepDays: 1 });
  const sexOf = (index: number) => (index < 12 ? 'women' : index < 22 ? 'men' : null);
  for (let index = 0; index < 24; index += 1) {
    valueOf(await gatherings.register(key, `Person${index}`, { sex: sexOf(index) }));
  }
  const people = await gatherings.app.db
    .selectFrom('registration')
    .select('id')
    .where('plan_id', '=', id)
    .execute();
  gatherings.setNow('2027-05-12T09:00:00Z');
  const acts = people.map((person) => act(person.id, at));
  await syncDoor(gatherings.app, gatherings.facilitator, key, { device: 'one', now: at, acts });
  expect(await countParticipants(gatherings.app.db, id)).toEqual({ count: 24, is: 'exact' });
  const event = await addEventOf(gatherings.app.db, { id, key });
  const publish = async () => {
    const added = await gatherings.app.db.transaction().execute(async (tx) => {
      await publishAttendance(tx, { planId: id, eventId: event.id, version: 1, key: event.key });
      const rows = await tx
        .selectFrom('event_attendance')
        .select(['mode', 'sex', 'people'])
        .where('event_id', '=', event.id)
        .orderBy('people')
        .execute();
      await tx.deleteFrom('event_attendance').where('event_id', '=', event.id).execute();
      return rows;
    });
    return added.map(({ mode, sex, people: count }) => `${mode ?? sex} ${count}`);
  };
  // Two did not say: with the ten men they are enough that neither is found by subtraction.
  expect(await publish()).toEqual(['women 12', 'on-site 24']);
  gatherings.setNow('2027-05-15T09:00:00Z');
  await forget(gatherings.app);
  expect(await countParticipants(gatherings.app.db, id)).toEqual({ count: 24, is: 'exact' });
  expect(await publish()).toEqual(['women 12', 'on-site 24']);
});
