import { expect, test } from 'vitest';
import { listPlanPages } from '#features/events/server/plan-links.ts';
import { forget } from './forget.ts';
import { streamListCsv } from './list-csv.ts';
import { showList } from './list-page.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';
import { addQuestion } from './settings.ts';

const gatherings = useGatherings();

async function opened() {
  const plan = await gatherings.open({ onSite: 1, online: null, asks: ['access-needs'], keepDays: 1 });
  const question = {
    version: 1,
    kind: 'choice' as const,
    textSq: 'Dreka',
    textEn: 'Lunch',
    required: false,
    optionsSq: 'Mish\nPerime',
    optionsEn: 'Meat\nVegetables',
  };
  valueOf(await addQuestion(gatherings.app, gatherings.editor, plan.key, question));
  valueOf(await gatherings.register(plan.key, 'Ana', { accessNeeds: 'Pa shkallë' }, { q1: 'o2' }));
  valueOf(await gatherings.register(plan.key, '=1+1', { email: 'ben@example.org' }));
  valueOf(await gatherings.register(plan.key, 'Cim', { mode: 'online' }));
  return plan;
}

const csvOf = async (key: string) =>
  new Response(await streamListCsv(gatherings.app, gatherings.editor, key, 'en')).text();

test('whoever runs the event reads who registered, in order, with answers and needs; addresses the editor alone', async () => {
  const { key } = await opened();
  const { app, editor, facilitator } = gatherings;
  expect(await showList(app, facilitator, key, {})).toMatchObject({
    mayExport: false,
    mode: 'on-site',
    people: [
      {
        number: 1,
        name: 'Ana',
        state: 'place',
        email: null,
        answers: { q1: ['o2'] },
        accessNeeds: 'Pa shkallë',
      },
      { number: 2, name: '=1+1', state: 'waiting', email: null },
    ],
  });
  expect(await showList(app, editor, key, { mode: 'online' })).toMatchObject({
    people: [{ name: 'Cim', email: 'cim@example.org' }],
  });
  expect(await showList(app, editor, key, { state: 'waiting' })).toMatchObject({
    people: [{ name: '=1+1' }],
  });
  expect(await showList(app, editor, key, { after: 1 })).toMatchObject({ people: [{ name: '=1+1' }] });
});

test('nobody else is told that there is a list, nor given it as a file', async () => {
  const { key } = await opened();
  const { app, facilitator, foreignEditor } = gatherings;
  await expect(showList(app, foreignEditor, key, {})).rejects.toMatchObject({ code: 'not-found' });
  await expect(showList(app, { kind: 'nobody' }, key, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(streamListCsv(app, foreignEditor, key, 'sq')).rejects.toMatchObject({ code: 'not-found' });
  await expect(streamListCsv(app, facilitator, key, 'sq')).rejects.toMatchObject({ code: 'forbidden' });
});

test('the file has everyone, in words, and nothing in it runs as a formula; who took it stands in the audit', async () => {
  const { id, key } = await opened();
  const lines = (await csvOf(key)).trim().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('Lunch');
  expect(lines[1]).toContain('On site,1,has a place,Ana,ana@example.org,sq,2027-05-01 12:00');
  expect(lines[1]).toMatch(/Vegetables,Pa shkallë$/);
  expect(lines[2]).toContain(",'=1+1,");
  expect(lines[3]).toContain('Online,1,has a place,Cim');
  const audit = gatherings.app.db.selectFrom('audit_event').select('actor').where('subject_id', '=', id);
  expect(await audit.where('action', '=', 'export').execute()).toHaveLength(1);
});

test('once they are forgotten, the list and the file have nobody', async () => {
  const { key } = await opened();
  gatherings.setNow('2027-05-15T09:00:00Z');
  await forget(gatherings.app);
  expect(await showList(gatherings.app, gatherings.editor, key, {})).toMatchObject({
    isForgotten: true,
    people: [],
  });
  expect((await csvOf(key)).trim().split('\n')).toHaveLength(1);
});

test('each sees the pages of a plan that are open to them, and a stranger none', async () => {
  const { key } = await opened();
  const { app, editor, facilitator, foreignEditor } = gatherings;
  const all = ['plan', 'registration', 'registrations', 'door', 'floor', 'after'];
  expect(await listPlanPages(app, editor, key)).toEqual(all);
  expect(await listPlanPages(app, facilitator, key)).toEqual(all.filter((page) => page !== 'registration'));
  expect(await listPlanPages(app, foreignEditor, key)).toEqual([]);
  gatherings.setNow('2027-05-12T09:00:00Z');
  expect(await listPlanPages(app, editor, key)).toContain('online');
});
