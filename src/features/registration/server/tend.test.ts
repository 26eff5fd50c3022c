import { expect, test } from 'vitest';
import { forget } from './forget.ts';
import { cancelByLink } from './managing.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';
import { tend } from './tend.ts';

const gatherings = useGatherings();

async function subjects(name: string): Promise<string[]> {
  return (await gatherings.mailsTo(name)).map(({ subject }) => subject.split(':')[0] ?? '');
}

test('who has a place is reminded a week and a day before, once each; who waits is not', async () => {
  const { key } = await gatherings.open({ onSite: 1 });
  valueOf(await gatherings.register(key, 'Agim'));
  valueOf(await gatherings.register(key, 'Bora'));
  gatherings.setNow('2027-05-05T08:00:00Z');
  await tend(gatherings.app);
  await tend(gatherings.app);
  expect(await subjects('Agim')).toEqual(['Keni vend', 'Pas një jave']);
  gatherings.setNow('2027-05-11T09:00:00Z');
  await Promise.all([tend(gatherings.app), tend(gatherings.app)]);
  expect(await subjects('Agim')).toEqual(['Keni vend', 'Pas një jave', 'Nesër']);
  expect(await subjects('Bora')).toEqual(['Në listën e pritjes']);
});

test('a new time and a cancellation are told to all who stand, once', async () => {
  const { id, key } = await gatherings.open({ onSite: 1 });
  valueOf(await gatherings.register(key, 'Dritan'));
  valueOf(await gatherings.register(key, 'Elira'));
  const plan = gatherings.app.db.updateTable('event_plan').where('id', '=', id);
  await plan.set({ starts_at: '11:00', sequence: 1 }).execute();
  await tend(gatherings.app);
  await tend(gatherings.app);
  expect(await subjects('Elira')).toEqual(['Në listën e pritjes', 'Ndryshim']);
  const moved = (await gatherings.mailsTo('Dritan')).at(-1);
  expect(moved?.text).toContain('11:00');
  for (const line of ['METHOD:PUBLISH', 'SEQUENCE:1', 'DTSTART;TZID=Europe/Tirane:20270512T110000']) {
    expect(moved?.calendar).toContain(line);
  }
  // Who waits has nothing in the calendar.
  expect((await gatherings.mailsTo('Elira')).at(-1)?.calendar).toBeNull();
  await plan.set({ state: 'cancelled', cancel_reason: JSON.stringify({ sq: 'Përmbytja' }) }).execute();
  await tend(gatherings.app);
  await tend(gatherings.app);
  expect(await subjects('Dritan')).toEqual(['Keni vend', 'Ndryshim', 'Nuk mbahet']);
  const off = (await gatherings.mailsTo('Dritan')).at(-1);
  expect(off?.text).toContain('Përmbytja');
  const uid = (calendar: string | null | undefined) => /^UID:.*$/m.exec(calendar ?? '')?.[0];
  expect(off?.calendar).toContain('METHOD:CANCEL');
  expect(off?.calendar).toContain('STATUS:CANCELLED');
  expect(uid(off?.calendar)).toBe(uid(moved?.calendar));
  expect(await subjects('Elira')).toContain('Nuk mbahet');
});

test('an offer that nobody answered goes on to the next by itself; who is offered a place is not reminded as if it were theirs', async () => {
  const { id, key } = await gatherings.open({ onSite: 1, confirmHours: 300 });
  for (const name of ['Gani', 'Hena', 'Ibrahim']) valueOf(await gatherings.register(key, name));
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Gani'));
  gatherings.setNow('2027-05-11T09:00:00Z');
  await tend(gatherings.app);
  expect(await gatherings.states(id)).toBe('Gani cancelled, Hena offered, Ibrahim waiting');
  expect(await subjects('Hena')).toHaveLength(2);
  gatherings.setNow('2027-05-12T07:30:00Z');
  await gatherings.app.db
    .updateTable('registration')
    .set({ offered_until: new Date('2027-05-12T07:00:00Z') })
    .where('plan_id', '=', id)
    .where('state', '=', 'offered')
    .execute();
  await tend(gatherings.app);
  expect(await gatherings.states(id)).toBe('Gani cancelled, Hena lapsed, Ibrahim place');
});

test('who takes part online is told of the way in, not of a code', async () => {
  const { key } = await gatherings.open({ online: null }, { mode: 'both' });
  valueOf(await gatherings.register(key, 'Jora', { mode: 'online' }));
  gatherings.setNow('2027-05-11T09:00:00Z');
  await tend(gatherings.app);
  const mails = await gatherings.mailsTo('Jora');
  expect(mails).toHaveLength(2);
  for (const { text } of mails) {
    expect(text).toContain('lidhja');
    expect(text).not.toContain('kodin');
  }
});

test('needs are deleted after the event, everyone some days later; a link then opens nothing', async () => {
  const { id, key } = await gatherings.open({ asks: ['access-needs'], keepDays: 10 });
  valueOf(await gatherings.register(key, 'Fatmir', { accessNeeds: 'pa shkallë' }));
  const read = () =>
    gatherings.app.db
      .selectFrom('registration')
      .select('access_needs as needs')
      .where('plan_id', '=', id)
      .execute();
  gatherings.setNow('2027-05-12T20:00:00Z');
  await forget(gatherings.app);
  expect(await read()).toEqual([{ needs: 'pa shkallë' }]);
  gatherings.setNow('2027-05-13T02:00:00Z');
  await forget(gatherings.app);
  expect(await read()).toEqual([{ needs: '' }]);
  gatherings.setNow('2027-05-22T12:00:00Z');
  await forget(gatherings.app);
  expect(await read()).toHaveLength(1);
  gatherings.setNow('2027-05-23T02:00:00Z');
  await forget(gatherings.app);
  expect(await read()).toEqual([]);
});
