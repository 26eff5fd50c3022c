import { expect, test } from 'vitest';
import { search } from '#features/search/server/service.ts';
import { catalogueFilter, itemForm, type ItemCommand } from '../schema.ts';
import { searchCatalogue } from './catalogue/search.ts';
import { importCatalogue } from './import/import-catalogue.ts';
import { useLibrary, valueOf } from './library.fixture.ts';
import { addItem, changeItem, getShelfItem, listShelf, withdrawItem } from './shelf.ts';
import { showItem } from './works.ts';

const library = useLibrary();
const forbidden = expect.objectContaining({ code: 'forbidden' });
const notFound = expect.objectContaining({ code: 'not-found' });

function command(given: Record<string, string>): ItemCommand {
  const { organisation } = library.people();
  return itemForm.parse({
    organisation: organisation.id,
    kind: 'book',
    copies: '1',
    title: 'Udhët',
    ...given,
  });
}

const inCatalogue = async (q: string) =>
  (await searchCatalogue(library.app(), 'sq', catalogueFilter.parse({ q }))).hits.map(
    ({ title }) => title.sq,
  );
const bySearch = async (q: string) =>
  (await search(library.app(), { language: 'sq', q })).results.map(({ href }) => href);

test('one thing is put on a shelf, found at once, changed under the same address, taken away and put back', async () => {
  const { editor, app } = library.people();
  const { id, key } = valueOf(
    await addItem(app, editor, command({ title: 'Udhët e kripës', callNumber: 'U 1' })),
  );
  const address = `/sq/library/items/${key}`;
  expect(await inCatalogue('udhet kripes')).toEqual(['Udhët e kripës']);
  expect(await bySearch('udhet kripes')).toEqual([address]);

  const { version } = await getShelfItem(app.db, editor, id);
  const changed = command({ title: 'Udhët e vajit', callNumber: 'U 2', version: String(version) });
  expect(valueOf(await changeItem(app, editor, id, changed))).toEqual({ id, key });
  expect(await bySearch('udhet vajit')).toEqual([address]);
  expect(await bySearch('kripes')).toEqual([]);

  await withdrawItem(app, editor, id, false);
  expect([await inCatalogue('udhet vajit'), await bySearch('udhet vajit')]).toEqual([[], []]);
  expect(await showItem(app, key)).toMatchObject({ withdrawnOn: '2026-11-26', callNumber: 'U 2' });
  await withdrawItem(app, editor, id, true);
  expect(await inCatalogue('udhet vajit')).toEqual(['Udhët e vajit']);
  const steps = await app.db
    .selectFrom('audit_event')
    .select('action')
    .where('subject_kind', '=', 'catalogue')
    .orderBy('happened_at')
    .execute();
  expect(steps.map(({ action }) => action)).toEqual([
    'add-item',
    'change-item',
    'withdraw-item',
    'put-item-back',
  ]);
});

test('two things never stand in the same place, and a list of the shelf finds what was changed here', async () => {
  const { editor, app, organisation } = library.people();
  const { id } = valueOf(await addItem(app, editor, command({ title: 'Ura', callNumber: 'V 1' })));
  const there = { kind: 'refused', faults: [{ field: 'callNumber', key: 'library.item.fault.there' }] };
  expect(await addItem(app, editor, command({ title: 'Tjetër', callNumber: 'V 1' }))).toEqual(there);
  const { version } = await getShelfItem(app.db, editor, id);
  valueOf(
    await changeItem(app, editor, id, command({ title: 'Ura', callNumber: 'V 9', version: String(version) })),
  );
  valueOf(await addItem(app, editor, command({ title: 'Shteg', callNumber: 'V 2' })));
  const moved = await getShelfItem(app.db, editor, id);
  expect(
    await changeItem(app, editor, id, command({ callNumber: 'V 2', version: String(moved.version) })),
  ).toEqual(there);
  const source = async function* () {
    yield new TextEncoder().encode('Title,Call number\nUra e gurit,V 9\n');
  };
  const outcome = await importCatalogue(app.db, { organisation, source, dryRun: false, actor: 'test' });
  expect(outcome).toMatchObject({ report: { added: 0, changed: 1 } });
  expect(await getShelfItem(app.db, editor, id)).toMatchObject({ title: 'Ura e gurit' });
});

test('whoever saves what somebody else has changed meanwhile is shown it', async () => {
  const { editor, app } = library.people();
  const { id } = valueOf(await addItem(app, editor, command({ title: 'Pylli' })));
  const { version } = await getShelfItem(app.db, editor, id);
  const by = (title: string) => changeItem(app, editor, id, command({ title, version: String(version) }));
  valueOf(await by('Pylli i madh'));
  expect(await by('Pylli i vogël')).toMatchObject({ kind: 'conflict', theirs: { title: 'Pylli i madh' } });
});

test('the list is that of one’s own shelves, page by page, and is searched without signs', async () => {
  const { editor, app } = library.people();
  for (const title of ['Çezma', 'Çezma 100%']) valueOf(await addItem(app, editor, command({ title })));
  const titles = async (q: string) => (await listShelf(app, editor, { q })).rows.map(({ title }) => title);
  expect((await titles('cezma')).toSorted()).toEqual(['Çezma', 'Çezma 100%']);
  expect(await titles('0%')).toEqual(['Çezma 100%']);
  expect(await titles('_')).toEqual([]);
});

test('nobody else puts things on a shelf, sees its list or takes anything away', async () => {
  const { editor, facilitator, foreignEditor, app } = library.people();
  const { id } = valueOf(await addItem(app, editor, command({ title: 'Vetëm këtu' })));
  await expect(addItem(app, foreignEditor, command({}))).rejects.toEqual(forbidden);
  await expect(listShelf(app, facilitator, { q: '' })).rejects.toEqual(forbidden);
  expect((await listShelf(app, foreignEditor, { q: 'vetem' })).rows).toEqual([]);
  for (const actor of [foreignEditor, facilitator]) {
    await expect(getShelfItem(app.db, actor, id)).rejects.toEqual(notFound);
    await expect(changeItem(app, actor, id, command({ version: '1' }))).rejects.toEqual(notFound);
    await expect(withdrawItem(app, actor, id, false)).rejects.toEqual(notFound);
  }
});
