import { expect, test } from 'vitest';
import { addListeningSession } from '#testing/factories-listening.ts';
import { useScene } from './listening.fixture.ts';
import { applyImport, tryImport, type ImportKind } from './importing.ts';
import { showNeeds } from './needs.ts';
import { showSession } from './sessions.ts';

const scene = useScene();

async function tried(id: string, kind: ImportKind, csv: string) {
  const { app, facilitator } = scene();
  const outcome = await tryImport(app, facilitator, id, kind, Buffer.from(csv));
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

const needs = 'Nevoja;Kush foli;Njësia administrative;Gjuha\nUjë;fermer;çakran;\nRrugë;;;\nRrugë;;;\n';

test('a dry run writes nothing; the same file twice adds its lines once', async () => {
  const { app, facilitator, second, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  const dry = await tried(id, 'needs', needs);
  expect([dry.count, dry.faults]).toEqual([3, []]);
  expect((await showNeeds(app, facilitator, id)).needs).toEqual([]);
  const outcomes = await Promise.all([facilitator, second].map((who) => applyImport(app, who, id, dry)));
  expect(
    outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'done' ? outcome.value.added : 99), 0),
  ).toBe(3);
  expect((await showNeeds(app, facilitator, id)).needs).toMatchObject([
    { statement: 'Ujë', speaker: 'fermer', unitId: fier.unit.id, language: 'sq' },
    { statement: 'Rrugë' },
    { statement: 'Rrugë' },
  ]);
});

test('each wrong cell is named with what was expected, and nothing of the file is added', async () => {
  const { app, facilitator, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  const dry = await tried(id, 'needs', `${needs}Dritë;Arta Hoxha;Askund;xx\nTel. 069 123 4567;;;\n`);
  expect(dry.faults.map(({ address, key }) => [address, key])).toEqual([
    ['C5', 'spreadsheet.fault.choice'],
    ['B5', 'listening.fault.name'],
    ['D5', 'spreadsheet.fault.choice'],
    ['A6', 'listening.fault.personal'],
  ]);
  expect(dry.faults[0]?.values).toEqual({ choices: 'Çakran' });
  expect(await applyImport(app, facilitator, id, dry)).toMatchObject({
    faults: [{ key: 'listening.fault.cells' }],
  });
  expect((await showNeeds(app, facilitator, id)).needs).toEqual([]);
});

test('participants are counted by what is written in either language, each count once', async () => {
  const { app, facilitator, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  const dry = await tried(
    id,
    'participants',
    'Gjinia,Mosha,Grupi,Sa veta\nGra,18-29,,5\nmen,65 and over,,7\n,,fermerë,3\n',
  );
  expect([dry.count, dry.faults]).toEqual([12, []]);
  expect(await applyImport(app, facilitator, id, dry)).toMatchObject({ kind: 'done' });
  expect((await showSession(app, facilitator, id)).attendance).toEqual({
    cells: [
      { sex: 'women', ageBand: '18-29', people: 5 },
      { sex: 'men', ageBand: '65-plus', people: 7 },
    ],
    groups: [{ group: 'farmers', people: 3 }],
  });
  const wrong = await tried(
    id,
    'participants',
    'Gjinia,Mosha,Grupi,Sa veta\nGra,18-29,,5\nwomen,18–29,,1\nGra,,,2\nGra,dy,,x\n',
  );
  expect(wrong.faults.map(({ address, key }) => [address, key])).toEqual([
    ['C4', 'listening.fault.sex-or-group'],
    ['B5', 'spreadsheet.fault.choice'],
    ['D5', 'form.fault.whole-number'],
    ['D3', 'listening.fault.count-twice'],
  ]);
});

test('a dry run says what of a file is in already; counts that stand are not written again', async () => {
  const { app, facilitator, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  await applyImport(app, facilitator, id, await tried(id, 'needs', needs));
  expect(await tried(id, 'needs', `${needs}Dritë;;;\n`)).toMatchObject({ count: 4, same: 3 });
  expect(await tried(id, 'needs', 'Nevoja\nRrugë\nDritë\n')).toMatchObject({ count: 2, same: 1 });

  const people = 'Gjinia,Mosha,Grupi,Sa veta\nGra,18-29,,5\n,,fermerë,3\n';
  const first = await tried(id, 'participants', people);
  expect(first).toMatchObject({ count: 5, same: 0 });
  await applyImport(app, facilitator, id, first);
  const audited = () => app.db.selectFrom('audit_event').select('id').where('subject_id', '=', id).execute();
  const [before, version] = [
    (await audited()).length,
    (await showSession(app, facilitator, id)).session.version,
  ];
  const again = await tried(id, 'participants', people);
  expect(again).toMatchObject({ count: 5, same: 5 });
  await applyImport(app, facilitator, id, again);
  await applyImport(app, facilitator, id, await tried(id, 'needs', needs));
  expect((await audited()).length).toBe(before);
  expect((await showSession(app, facilitator, id)).session.version).toBe(version);
  expect(await tried(id, 'participants', people.replace(',3', ',4'))).toMatchObject({ count: 5, same: 0 });
});

test('a group of more people than came is told at its cell', async () => {
  const { app, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  const dry = await tried(id, 'participants', 'Sex,Age,Group,How many\nwomen,18-29,,5\n,,farmers,6\n');
  expect(dry.faults).toEqual([
    {
      address: 'D3',
      value: '6',
      key: 'listening.fault.group-of-file',
      values: { people: 6, participants: 5 },
    },
  ]);
});

test('a published session, and one ahead, take no file: told before it is read', async () => {
  const { app, facilitator, fier } = scene();
  const told = async (given: Parameters<typeof addListeningSession>[2]) => {
    const { id } = await addListeningSession(app.db, fier, given);
    return tryImport(app, facilitator, id, 'needs', Buffer.from(needs));
  };
  expect(await told({ state: 'cancelled', cancel_reason: 'rain' })).toEqual({
    refused: 'listening.fault.closed',
  });
  expect(await told({ held_on: '2999-01-01' })).toEqual({ refused: 'listening.fault.ahead' });
});

test('what is no spreadsheet is refused, and so is whoever does not work there', async () => {
  const { app, facilitator, coordinator, stranger, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { state: 'held' });
  expect(await tryImport(app, facilitator, id, 'needs', Buffer.alloc(0))).toEqual({
    refused: 'spreadsheet.refused.empty',
  });
  expect(await tryImport(app, facilitator, id, 'needs', Buffer.alloc(2_000_001))).toEqual({
    refused: 'spreadsheet.refused.too-large',
  });
  const rows = [['Nevoja'], ['Ujë']];
  await expect(applyImport(app, stranger, id, { kind: 'needs', rows })).rejects.toThrow('not-found');
  await expect(applyImport(app, coordinator, id, { kind: 'needs', rows })).rejects.toThrow('forbidden');
});
