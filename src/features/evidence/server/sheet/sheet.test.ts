import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { addEvidenceFile, addEvidenceItems } from '#testing/factories-evidence.ts';
import { reviewItem, withdrawItem } from '../reviewing.ts';
import { showItem } from '../items.ts';
import { exportItems } from './export-items.ts';
import { importItems } from './import-items.ts';
import {
  cell,
  changed,
  column,
  faultsOf,
  given,
  newLines,
  seen,
  useSheets,
  type Rows,
} from './sheet.fixture.ts';

const { app, at, look, rowsFor, handIn, add, itemsFor } = useSheets();

describe('a list taken out and handed in again', () => {
  test.each(['sq', 'en'] as const)('changes nothing, in %s', async (language) => {
    await add(at().monitor, {
      showsEn: '=HYPERLINK("x")',
      latitude: '40,7',
      longitude: '-19.5',
      at: '09:05',
    });
    await add(at().monitor, { visibility: 'private', readers: [at().editor.id] });
    // As they stand in the record's older lists: what no form of today would take.
    const [old] = await addEvidenceItems(app().db, at(), [{ kind: 'link', url: '', dated: '2027' }]);
    await addEvidenceFile(app().db, old ?? { id: '', municipality_id: '' }, { name: 'a; b.pdf' });
    const rows = await rowsFor(at().editor, language);
    expect(rows).toHaveLength(4);
    const outcome = await look(at().editor, rows);
    expect(outcome).toMatchObject({ kind: 'sound', added: 0, changed: 0, same: 3 });
    await handIn(at().editor, rows);
    expect((await itemsFor(at().editor)).map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test('with lines left out and columns taken away leaves them as they are', async () => {
    await add(at().monitor, { publisher: 'Këshilli' });
    await add(at().monitor);
    const rows = await rowsFor(at().monitor);
    const fewer = changed(rows, 2, { place: 'Para shkollës' })
      .slice(0, 2)
      .map((row) => row.filter((_, index) => index !== column('publisher')));
    expect(await handIn(at().monitor, fewer)).toMatchObject({ kind: 'sound', added: 0, changed: 1 });
    const items = await itemsFor(at().monitor);
    expect(items.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2]);
    const item = items.find(({ id }) => id === rows[1]?.[0]);
    expect(item).toMatchObject({ details: { place: 'Para shkollës' } });
    expect(items.some(({ publisher }) => publisher === 'Këshilli')).toBe(true);
  });
});

test('lines are added and changed as by the form, in one go, and each is in the audit', async () => {
  const id = await add(at().monitor);
  const rows = changed(await rowsFor(at().monitor), 2, { stance: 'kundërshton', showsSq: '+Ura u mbyll' });
  const outcome = await look(at().monitor, [
    ...rows,
    ...newLines(seen, { ...seen, kind: 'council-decision', place: '', number: '12' }).slice(1),
  ]);
  expect(outcome).toMatchObject({ kind: 'sound', added: 2, changed: 1, same: 0 });
  expect(
    outcome.kind === 'sound' && outcome.lines.map(({ line, changed: fields }) => [line, fields]),
  ).toEqual([
    [2, ['stance', 'showsSq']],
    [3, []],
    [4, []],
  ]);
  expect(await itemsFor(at().editor)).toHaveLength(1);
  if (outcome.kind !== 'sound') throw new Error('sound');
  const keep = () =>
    importItems(app(), at().monitor, at().assessment.id, {
      ...given(outcome.rows ?? []),
      batch: outcome.batch,
    });
  await keep();
  // Sent twice, it is kept once.
  expect(await keep()).toMatchObject({ kind: 'sound', added: 0, changed: 0, same: 3 });
  const items = await itemsFor(at().editor);
  expect(items).toHaveLength(3);
  expect(items.find((item) => item.id === id)).toMatchObject({
    stance: 'contradicts',
    shows: { sq: '+Ura u mbyll' },
    version: 2,
  });
  expect(items.find(({ kind }) => kind === 'council-decision')).toMatchObject({
    class: 'E1',
    state: 'open',
    details: { number: '12' },
    componentIds: [at().components[1]?.id],
    createdBy: at().monitor.id,
  });
  const events = await app()
    .db.selectFrom('audit_event')
    .select(['action', 'subject_id as subject'])
    .where('municipality_id', '=', at().municipality.id)
    .where('subject_kind', '=', 'evidence-item')
    .execute();
  expect(events.map(({ action }) => action).toSorted()).toEqual(['add', 'add', 'add', 'change']);
});

test('what is wrong is told at its cell, by the rules of the form, and nothing is kept', async () => {
  await add(at().monitor);
  const rows = changed(await rowsFor(at().monitor), 2, { stance: 'maybe', latitude: 'north' });
  const lines = newLines(
    seen,
    { ...seen, dated: '2029-01-01' },
    { ...seen, components: 'P9.1', dated: 'dje' },
    { ...seen, kind: 'budget-line', place: '', year: '1800', line: 'x', amount: '5', currency: 'GBP' },
    { ...seen, kind: 'statement', place: '', heard: 'phone', speaker: 'Arben Hoxha', class: 'E1' },
    { ...seen, showsSq: '', number: '3' },
    { ...seen, visibility: 'private', readers: 'Askush' },
    { id: at().components[0]?.id ?? '', ...seen },
  ).slice(1);
  const all = [...rows, ...lines, rows[1] ?? []];
  const outcome = await look(at().monitor, all);
  expect(faultsOf(outcome)).toEqual([
    `${cell('stance', 2)} spreadsheet.fault.choice`,
    `${cell('latitude', 2)} evidence.fault.number`,
    `${cell('dated', 4)} evidence.fault.future`,
    `${cell('components', 5)} evidence.sheet.no-components`,
    `${cell('dated', 5)} form.fault.day`,
    `${cell('currency', 6)} spreadsheet.fault.choice`,
    `${cell('year', 6)} form.fault.too-small`,
    `${cell('phase', 6)} form.fault.choice`,
    `${cell('speaker', 7)} evidence.fault.name`,
    `${cell('number', 8)} evidence.sheet.not-of-kind`,
    `${cell('readers', 9)} evidence.sheet.no-readers`,
    `${cell('id', 10)} evidence.sheet.unknown`,
    `${cell('id', 11)} evidence.sheet.twice`,
  ]);
  expect(
    await importItems(app(), at().monitor, at().assessment.id, { ...given(all), batch: 'x' }),
  ).toMatchObject({
    kind: 'faults',
  });
  expect(await itemsFor(at().editor)).toHaveLength(1);
});

test('a line whose item has changed since the list was taken out is refused by name; one that says the same is not', async () => {
  const id = await add(at().monitor);
  const rows = await rowsFor(at().monitor);
  const version = 1;
  await reviewItem(app(), at().editor, at().assessment.id, id, { version, decision: 'accepted', note: '' });
  expect(await look(at().monitor, rows)).toMatchObject({ kind: 'sound', same: 1 });
  const outcome = await handInAnyway(changed(rows, 2, { place: 'Gjetkë' }));
  expect(faultsOf(outcome)).toEqual([`${cell('version', 2)} evidence.sheet.stale`]);
  expect(outcome).toMatchObject({
    faults: [{ values: { shows: 'The road is paved as far as the school' } }],
  });
  expect((await itemsFor(at().editor))[0]).toMatchObject({ version: 2, state: 'accepted' });
});

/** What was sound when it was looked at may be so no more. */
const handInAnyway = (rows: Rows, actor: Actor = at().monitor) =>
  importItems(app(), actor, at().assessment.id, {
    ...given(rows),
    batch: '00000000-0000-4000-8000-000000000000',
  });

test('what was taken back, what is another’s, and a round that has gone on are not changed', async () => {
  const own = await add(at().monitor);
  await withdrawItem(app(), at().monitor, at().assessment.id, own, { version: 1, reason: 'Gabim' });
  const rows = await rowsFor(at().monitor);
  expect(faultsOf(await look(at().monitor, changed(rows, 2, { version: '2', place: 'x' })))).toEqual([
    'A2 evidence.fault.closed',
  ]);
  const theirs = await add(at().editor);
  const list = await rowsFor(at().coder);
  const line = list.findIndex(([id]) => id === theirs) + 1;
  const outcome = await look(at().coder, changed(list, line, { place: 'x' }));
  expect(faultsOf(outcome)).toEqual([`A${line} evidence.sheet.not-yours`]);
  await app()
    .db.updateTable('assessment')
    .set({ stage: 'settled' })
    .where('id', '=', at().assessment.id)
    .execute();
  const edited = await rowsFor(at().editor);
  const late = changed(edited, edited.findIndex(([id]) => id === theirs) + 1, { place: 'x' });
  expect(faultsOf(await handInAnyway([...late, ...newLines(seen).slice(1)], at().editor))).toEqual([
    `A${line} evidence.fault.closed`,
    `${cell('kind', late.length + 1)} evidence.fault.closed`,
  ]);
});

describe('who may not', () => {
  test('people of other municipalities, and those who have no part in the work, get no list and hand none in', async () => {
    const rows = newLines(seen);
    for (const actor of [
      nobody,
      at().resident,
      at().contact,
      at().administrator,
      at().monitorElsewhere,
      at().editorElsewhere,
    ]) {
      const options = { language: 'en', what: 'items' } as const;
      await expect(exportItems(app(), actor, at().assessment.id, options)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(look(actor, rows)).rejects.toMatchObject({ code: 'not-found' });
      await expect(handInAnyway(rows, actor)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  test('coders from elsewhere and coordinators take the list out and hand none in', async () => {
    await add(at().monitor);
    for (const actor of [at().otherCoder, at().coordinator]) {
      expect(await rowsFor(actor)).toHaveLength(2);
      await expect(look(actor, newLines(seen))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(handInAnyway(newLines(seen), actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await itemsFor(at().monitor)).toHaveLength(1);
  });

  test('a private item is in the lists of its author and those named alone, and nobody else’s list changes it', async () => {
    const secret = { visibility: 'private', readers: [at().secondEditor.id], place: 'Vendi i fshehtë' };
    const id = await add(at().monitor, secret);
    const text = async (actor: Actor) => JSON.stringify(await rowsFor(actor));
    for (const actor of [at().editor, at().coder, at().coordinator, at().otherCoder])
      expect(await text(actor)).not.toContain('Vendi i fshehtë');
    for (const actor of [at().monitor, at().secondEditor])
      expect(await text(actor)).toContain('Vendi i fshehtë');
    const rows = changed(await rowsFor(at().monitor), 2, { place: 'Tjetër' });
    for (const actor of [at().editor, at().coder])
      expect(faultsOf(await look(actor, rows))).toEqual(['A2 evidence.sheet.unknown']);
    // Who is named may change it, and let nobody else see it.
    const opened = changed(await rowsFor(at().secondEditor), 2, { visibility: 'public' });
    expect(faultsOf(await look(at().secondEditor, opened))).toEqual([
      `${cell('visibility', 2)} evidence.fault.author-opens`,
    ]);
    await handIn(at().secondEditor, changed(await rowsFor(at().secondEditor), 2, { place: 'Tjetër' }));
    const { item } = await showItem(app(), at().monitor, at().assessment.id, id);
    expect(item).toMatchObject({ visibility: 'private', readerIds: [at().secondEditor.id] });
  });
});

test('an empty list to fill in has the columns alone, and says who can be named', async () => {
  await add(at().monitor);
  expect(await rowsFor(at().monitor, 'sq', 'template')).toHaveLength(1);
  expect(await look(at().monitor, await rowsFor(at().monitor, 'sq', 'template'))).toMatchObject({
    kind: 'unreadable',
    why: 'empty',
  });
});
