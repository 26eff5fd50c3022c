import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addActor, addCardForm, addListeningPlace, addSession } from '#testing/factories-cards.ts';
import { setUpBatch, showBatch } from './batches.ts';
import { openCard } from './entry.ts';
import { cardTemplate, importCards, tryCards } from './import.ts';

const database = useDatabase();
let app: App;
let place: Awaited<ReturnType<typeof addListeningPlace>>;
let facilitator: Actor;
let stranger: Actor;
let session: string;
const header = 'Number on the card;Administrative unit;Sex;Age;1. Issue 1;2. Issue 2';

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  place = await addListeningPlace(app.db);
  facilitator = await addActor(app.db, 'facilitator', place.at);
  stranger = await addActor(app.db, 'facilitator', (await addListeningPlace(app.db, 'Lumas')).at);
});

beforeEach(async () => {
  session = (await addSession(app.db, place)).id;
  const form = await addCardForm(app.db, 2);
  await setUpBatch(app, facilitator, session, { version: 0, form: form.id, secondEvery: 10 }, 'r');
});

async function countAudited(): Promise<number> {
  const rows = await app.db
    .selectFrom('audit_event')
    .select('id')
    .where('subject_id', '=', session)
    .execute();
  return rows.length;
}

const fileOf = (lines: string[]) => Buffer.from([header, ...lines].join('\n'));

function take(lines: string[], actor = facilitator) {
  const rows = [header, ...lines].map((line) => line.split(';'));
  return importCards(app, actor, session, rows, 'r');
}

const kept = async () => (await showBatch(app, facilitator, session)).cards;

test('a table is read in either language’s words; a check alone saves nothing', async () => {
  const lines = ['1;veri;Woman;30-44;5;', '2;;burrë;18–29;1;2'];
  const tried = await tryCards(app, facilitator, session, fileOf(lines));
  expect(tried).toMatchObject({ kind: 'sound', added: 2, same: 0 });
  expect(await kept()).toEqual([]);
  const rows = tried.kind === 'sound' ? tried.rows : [];
  const outcome = await importCards(app, facilitator, session, rows, 'r');
  expect(outcome).toMatchObject({ kind: 'sound', added: 2, same: 0 });
  const [first] = await kept();
  const { card } = await openCard(app, facilitator, session, first?.id ?? '');
  expect(card).toMatchObject({
    number: 1,
    unitId: place.north.id,
    sex: 'women',
    ageBand: '30-44',
    scores: [5, null],
  });
});

test('what is wrong is told cell by cell, and then nothing is taken in', async () => {
  const outcome = await take(['1;;;;5;1', '1;;;;5;1', '2;Askund;x;;9;1', '3;;;;;']);
  expect(outcome).toMatchObject({ kind: 'faults', cards: 4 });
  const told = outcome.kind === 'faults' ? outcome.faults.map(({ address, key }) => `${address} ${key}`) : [];
  expect(told).toEqual([
    'A3 cards.fault.number-twice',
    'B4 spreadsheet.fault.choice',
    'C4 spreadsheet.fault.choice',
    'E4 form.fault.too-big',
    'A5 cards.fault.blank',
  ]);
  const faults = outcome.kind === 'faults' ? outcome.faults : [];
  const choices = (address: string) => faults.find((fault) => fault.address === address)?.values?.['choices'];
  expect(choices('B4')).toBe('jug, veri');
  expect(choices('C4')).toBe('Grua, Burrë / Woman, Man');
  expect(await kept()).toEqual([]);
});

test('the same table again changes nothing, and adds what is new in it', async () => {
  await take(['1;veri;Woman;30-44;5;', '2;;;;1;2']);
  const audited = await countAudited();
  expect(await take(['2;;;;1;2', '1;veri;Grua;30–44;5;'])).toMatchObject({
    kind: 'sound',
    added: 0,
    same: 2,
  });
  expect(await countAudited()).toBe(audited);
  expect(await take(['1;veri;Woman;30-44;5;', '3;;;;4;4'])).toMatchObject({ added: 1, same: 1 });
  expect((await kept()).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test.each([
  ['a score', '1;veri;Woman;30-44;4;'],
  ['a score left out', '1;veri;Woman;30-44;5;1'],
  ['the unit', '1;jug;Woman;30-44;5;'],
  ['the sex', '1;veri;Man;30-44;5;'],
  ['the age', '1;veri;Woman;;5;'],
])('another card under a number that is there is refused at its cell: %s', async (_, line) => {
  await take(['1;veri;Woman;30-44;5;']);
  const outcome = await take([line, '2;;;;1;2']);
  expect(outcome).toMatchObject({
    kind: 'faults',
    faults: [{ address: 'A2', value: '1', key: 'cards.fault.number-there' }],
  });
  expect(await kept()).toHaveLength(1);
});

test('a table sent twice at once is taken in once', async () => {
  const outcomes = await Promise.all([take(['1;;;;5;1']), take(['1;;;;5;1'])]);
  const added = outcomes.map((outcome) => (outcome.kind === 'sound' ? outcome.added : -1));
  expect(added.toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await kept()).toHaveLength(1);
});

test('the template that is handed out is read back, and is for those who enter cards', async () => {
  const bytes = await cardTemplate(app, facilitator, session, 'sq');
  expect(await tryCards(app, facilitator, session, bytes)).toEqual({
    kind: 'unreadable',
    why: 'empty',
  });
  await expect(take(['1;;;;5;1'], stranger)).rejects.toThrow('not-found');
  await expect(tryCards(app, stranger, session, fileOf(['1;;;;5;1']))).rejects.toThrow('not-found');
  await expect(cardTemplate(app, stranger, session, 'sq')).rejects.toThrow('not-found');
});
