import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addField } from '#testing/factories.ts';
import { addActor, addListeningPlace, addSession } from '#testing/factories-cards.ts';
import { typedFrom } from '../new-edition.ts';
import { newEdition } from '../schema.ts';
import { setUpBatch } from './batches.ts';
import { listForms, makeEdition, showForm, withdrawEdition } from './forms.ts';

const database = useDatabase();
let app: App;
let coordinator: Actor;
let facilitator: Actor;
let place: Awaited<ReturnType<typeof addListeningPlace>>;

const typed = {
  nameSq: 'Karta',
  validFrom: '2026-01-01',
  least: '0',
  most: '10',
  labelsSq: '0 = jo\n10 = po',
  labelsEn: '0 = no',
  'sq-roads': 'Rruga\n\n  Sheshi ',
  'en-roads': 'Road\nSquare',
  'sq-care': 'Shkolla',
};

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  await addField(app.db, { key: 'roads', position: 1 });
  await addField(app.db, { key: 'care', position: 2 });
  place = await addListeningPlace(app.db);
  coordinator = await addActor(app.db, 'coordinator');
  facilitator = await addActor(app.db, 'facilitator', place.at);
});

function make(actor: Actor, changed: Record<string, string> = {}) {
  const fields = { ...typed, ...changed };
  return makeEdition(app, actor, newEdition.parse(fields), fields, 'r');
}

async function made(changed: Record<string, string> = {}): Promise<string> {
  const outcome = await make(coordinator, changed);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

test('an edition has its issues under their fields, each in its languages', async () => {
  const { form } = await showForm(app, facilitator, await made({ nameSq: 'E para' }));
  expect(form).toMatchObject({
    edition: 1,
    scale: { least: 0, most: 10, labels: { 0: { sq: 'jo', en: 'no' }, 10: { sq: 'po' } } },
    issues: [
      { position: 1, fieldKey: 'roads', statement: { sq: 'Rruga', en: 'Road' } },
      { position: 2, fieldKey: 'roads', statement: { sq: 'Sheshi', en: 'Square' } },
      { position: 3, fieldKey: 'care', statement: { sq: 'Shkolla' } },
    ],
  });
});

test('the next edition begins with what the last one says, and leaves it as it was', async () => {
  const first = await made({ nameSq: 'E dyta' });
  const { form } = await showForm(app, coordinator, first);
  const second = await made({
    ...typedFrom(form),
    validFrom: '2027-01-01',
    from: first,
    'sq-care': 'Kopshti',
  });
  const next = (await showForm(app, coordinator, second)).form;
  expect(next).toMatchObject({ key: form.key, edition: 2, scale: form.scale });
  expect(next.issues.map(({ statement }) => statement.sq)).toEqual(['Rruga', 'Sheshi', 'Kopshti']);
  expect((await showForm(app, coordinator, first)).form).toEqual(form);
});

test.each([
  ['half of a translation', { 'en-roads': 'Road' }, 'en-roads', 'cards.fault.lines'],
  ['no issue at all', { 'sq-roads': '', 'en-roads': '', 'sq-care': '' }, 'sq-roads', 'cards.fault.no-issues'],
  ['a word for a score off the scale', { labelsSq: '11 = shumë' }, 'labelsSq', 'cards.fault.label'],
  ['a word without its score', { labelsEn: 'very' }, 'labelsEn', 'cards.fault.label'],
  ['a name without letters', { nameSq: '!!' }, 'nameSq', 'cards.fault.name'],
])('%s is told at its field', async (_, changed, field, key) => {
  expect(await make(coordinator, changed)).toMatchObject({ kind: 'refused', faults: [{ field, key }] });
});

test('of two coordinators who make one edition at once, one is told or both follow each other', async () => {
  const outcomes = await Promise.all([
    make(coordinator, { nameSq: 'Bashkë' }),
    make(coordinator, { nameSq: 'Bashkë' }),
  ]);
  const done = outcomes.filter(({ kind }) => kind === 'done').length;
  const { forms } = await listForms(app, coordinator);
  const editions = forms.filter(({ key }) => key === 'bashke').map(({ edition }) => edition);
  expect(editions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: done }, (_, index) => index + 1));
});

test('an edition that a session uses stays; one that none uses can be withdrawn', async () => {
  const used = await made({ nameSq: 'E përdorur' });
  const unused = await made({ nameSq: 'E papërdorur' });
  const session = await addSession(app.db, place);
  await setUpBatch(app, facilitator, session.id, { version: 0, form: used, secondEvery: 10 }, 'r');
  expect(await withdrawEdition(app, coordinator, used, 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'cards.fault.used' }],
  });
  expect(await withdrawEdition(app, coordinator, unused, 'r')).toMatchObject({ kind: 'done' });
  await expect(showForm(app, coordinator, unused)).rejects.toThrow('not-found');
});

test('the coordinator makes editions; facilitators read them; others do not know of them', async () => {
  await expect(make(facilitator)).rejects.toThrow('forbidden');
  await expect(make(nobody)).rejects.toThrow('forbidden');
  expect((await listForms(app, facilitator)).mayMake).toBe(false);
  await expect(listForms(app, nobody)).rejects.toThrow('forbidden');
  const monitor = await addActor(app.db, 'monitor', place.at);
  await expect(listForms(app, monitor)).rejects.toThrow('forbidden');
});
