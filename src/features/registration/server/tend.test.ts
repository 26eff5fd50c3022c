import { expect, test } from 'vitest';
import { forget } from './forget.ts';
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
  expect((await gatherings.mailsTo('Dritan')).at(-1)?.text).toContain('11:00');
  await plan.set({ state: 'cancelled', cancel_reason: JSON.stringify({ sq: 'Përmbytja' }) }).execute();
  await tend(gatherings.app);
  await tend(gatherings.app);
  expect(await subjects('Dritan')).toEqual(['Keni vend', 'Ndryshim', 'Nuk mbahet']);
  expect((await gatherings.mailsTo('Dritan')).at(-1)?.text).toContain('Përmbytja');
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
