import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addActor, addCardForm, addListeningPlace, addSession } from '#testing/factories-cards.ts';
import { setUpBatch, showBatch } from './batches.ts';
import { openCard } from './entry.ts';
import { cardTemplate, importCards } from './import.ts';

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

function take(lines: string[], dryRun = false, actor = facilitator) {
  const bytes = Buffer.from([header, ...lines].join('\n'));
  return importCards(app, actor, session, { bytes, dryRun }, 'r');
}

const kept = async () => (await showBatch(app, facilitator, session)).cards;

test('a table is read in either language’s words; a check alone saves nothing', async () => {
  const lines = ['1;veri;Woman;30-44;5;', '2;;burrë;18–29;1;2'];
  expect(await take(lines, true)).toEqual({ kind: 'sound', cards: 2, isSaved: false });
  expect(await kept()).toEqual([]);
  expect(await take(lines)).toEqual({ kind: 'sound', cards: 2, isSaved: true });
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
    'B4 form.fault.choice',
    'C4 form.fault.choice',
    'E4 form.fault.too-big',
    'A5 cards.fault.blank',
  ]);
  expect(await kept()).toEqual([]);
});

test('a file sent twice at once is taken in once', async () => {
  const outcomes = await Promise.all([take(['1;;;;5;1']), take(['1;;;;5;1'])]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['faults', 'sound']);
  expect(await kept()).toHaveLength(1);
});

test('the template that is handed out is read back, and is for those who enter cards', async () => {
  const bytes = await cardTemplate(app, facilitator, session, 'sq');
  expect(await importCards(app, facilitator, session, { bytes, dryRun: true }, 'r')).toEqual({
    kind: 'unreadable',
    why: 'empty',
  });
  await expect(take(['1;;;;5;1'], false, stranger)).rejects.toThrow('not-found');
  await expect(cardTemplate(app, stranger, session, 'sq')).rejects.toThrow('not-found');
});
