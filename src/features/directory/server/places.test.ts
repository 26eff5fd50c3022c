import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import { showEntry, writeEntry } from './directory.ts';
import { addUnits, listPlaces, showPlace } from './places.ts';

const database = useDatabase();
let app: App;
let place: ListeningPlace;
let editor: Actor;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  place = await addListeningPlace(app.db);
  editor = await addWorker(app.db, place, 'editor');
});

const namesOf = async () =>
  (await showPlace(app, editor, place.municipality.key)).units.map(({ name, aliases }) => [name, ...aliases]);

test('an editor adds units to a municipality of its own, with or without their points', async () => {
  const before = await namesOf();
  await addUnits(app, editor, place.municipality.key, { units: 'Gurrë\nShkëmb i Bardhë;19,5;40.4' });
  expect(await namesOf()).toEqual(expect.arrayContaining([...before, ['Gurrë'], ['Shkëmb i Bardhë']]));
  expect(await addUnits(app, editor, place.municipality.key, { units: 'Kodër\nGURRË' })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'units', key: 'directory.fault.unit-there', values: { name: 'GURRË' } }],
  });
  const many = Array.from({ length: 199 }, (_, index) => `Njësia ${index}`).join('\n');
  expect(await addUnits(app, editor, place.municipality.key, { units: many })).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'directory.fault.units' }],
  });
});

test('a unit that is renamed is found by both names, and no two are called the same', async () => {
  const { units } = await showPlace(app, editor, place.municipality.key);
  const key = units.find(({ name }) => name === 'Gurrë')?.key ?? '';
  const address = { subject: 'administrative_unit', key };
  const rename = (name: string) =>
    writeEntry(app, editor, address, { reason: 'Vendim i këshillit.', reasonEn: '', version: 0 }, { name });
  expect(await rename('shkëmb i bardhë')).toMatchObject({ kind: 'refused', faults: [{ field: 'name' }] });
  expect(await rename('Gurrë e Poshtme')).toEqual({ kind: 'done', value: null });
  expect(await namesOf()).toContainEqual(['Gurrë e Poshtme', 'Gurrë']);
  const { changes, place: of } = await showEntry(app, editor, address);
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    [{ name: 'Gurrë' }, { name: 'Gurrë e Poshtme' }],
  ]);
  expect(of?.key).toBe(place.municipality.key);
});

test('nobody else finds the places of a municipality: not signed in, of another one, without the editor’s role', async () => {
  const elsewhere = await addListeningPlace(app.db, 'Vlorë');
  const others = [
    nobody,
    await addWorker(app.db, elsewhere, 'editor'),
    await addWorker(app.db, place, 'facilitator'),
    await addWorker(app.db, place, 'municipality-contact'),
  ];
  const { units } = await showPlace(app, editor, place.municipality.key);
  const address = { subject: 'administrative_unit', key: units[0]?.key ?? '' };
  for (const actor of others) {
    await expect(showPlace(app, actor, place.municipality.key)).rejects.toThrow('not-found');
    await expect(addUnits(app, actor, place.municipality.key, { units: 'X' })).rejects.toThrow('not-found');
    await expect(showEntry(app, actor, address)).rejects.toThrow('not-found');
  }
  const coordinator = await addWorker(app.db, place, 'coordinator');
  expect((await listPlaces(app, coordinator)).map(({ key }) => key)).toContain(elsewhere.municipality.key);
  expect((await listPlaces(app, editor)).map(({ key }) => key)).toEqual([place.municipality.key]);
  expect(await listPlaces(app, nobody)).toEqual([]);
});
