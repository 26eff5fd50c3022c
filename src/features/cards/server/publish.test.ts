import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addActor, addCardForm, addListeningPlace, addSession } from '#testing/factories-cards.ts';
import { setUpBatch } from './batches.ts';
import { enterCard } from './entry.ts';
import { publishScores } from './publish.ts';
import { showResults } from './results.ts';
import { showIssueScores } from './service.ts';

const database = useDatabase();
let app: App;
let place: Awaited<ReturnType<typeof addListeningPlace>>;
let editor: Actor;
let facilitator: Actor;
let form: Awaited<ReturnType<typeof addCardForm>>;
let session: string;

beforeAll(() => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
});

beforeEach(async () => {
  place = await addListeningPlace(app.db);
  editor = await addActor(app.db, 'editor', place.at);
  facilitator = await addActor(app.db, 'facilitator', place.at);
  form = await addCardForm(app.db, 2);
  session = (await addSession(app.db, place)).id;
  await setUpBatch(app, editor, session, { version: 0, form: form.id, secondEvery: 10 }, 'r');
});

let number = 0;
async function enter(count: number, unit: string, sex: 'women' | 'men', score: (index: number) => number) {
  for (let index = 0; index < count; index += 1) {
    number += 1;
    const card = { id: randomUUID(), number, unit, sex, ageBand: null, scores: [score(index), null] };
    await enterCard(app, facilitator, session, card, 'r');
  }
}

const publish = (actor: Actor) =>
  publishScores(app, actor, place.municipality.key, { form: form.id, mandate: place.mandate.key }, 'r');

async function published() {
  const { rows } = await showIssueScores(app, place.municipality.key);
  return rows.map(({ position, unit, sex, n, mean }) => ({ position, of: unit ?? sex ?? 'all', n, mean }));
}

test('published scores are those of everyone, of each unit and sex with five people, and nothing of fewer', async () => {
  await enter(6, place.north.id, 'women', (index) => [1, 2, 3, 4, 5, 5][index] ?? 0);
  await enter(7, place.south.id, 'men', () => 2);
  expect(await publish(editor)).toEqual({ kind: 'done', value: { edition: 1 } });
  expect((await published()).toSorted((a, b) => (a.of < b.of ? -1 : 1))).toEqual([
    { position: 1, of: 'all', n: 13, mean: 2.62 },
    { position: 1, of: 'jug', n: 7, mean: 2 },
    { position: 1, of: 'men', n: 7, mean: 2 },
    { position: 1, of: 'veri', n: 6, mean: 3.33 },
    { position: 1, of: 'women', n: 6, mean: 3.33 },
  ]);
  const { sources } = await showIssueScores(app, place.municipality.key);
  expect(sources).toHaveLength(1);
});

test('four cards are not published', async () => {
  await enter(4, place.north.id, 'women', () => 3);
  expect(await publish(editor)).toMatchObject({ kind: 'refused', faults: [{ key: 'cards.fault.too-few' }] });
  await expect(showIssueScores(app, place.municipality.key)).rejects.toThrow('not-found');
});

test('one more card since the last publication would be told by difference, so it waits for four more', async () => {
  await enter(8, place.north.id, 'women', () => 3);
  await publish(editor);
  await enter(1, place.north.id, 'women', () => 5);
  expect(await publish(editor)).toMatchObject({ kind: 'refused', faults: [{ key: 'cards.fault.too-few' }] });
  await enter(4, place.north.id, 'women', () => 5);
  expect(await publish(editor)).toEqual({ kind: 'done', value: { edition: 2 } });
  expect((await published())[0]).toMatchObject({ n: 13 });
});

test('of two who publish at once, one edition comes out, whole', async () => {
  await enter(8, place.north.id, 'women', () => 3);
  const outcomes = await Promise.all([publish(editor), publish(editor)]);
  const first = { kind: 'done', value: { edition: 1 } };
  expect(outcomes).toEqual([first, first]);
  const rows = await app.db
    .selectFrom('issue_score')
    .select('edition')
    .where('municipality_id', '=', place.municipality.id)
    .execute();
  expect(rows.map(({ edition }) => edition)).toEqual([1, 1, 1]);
});

test('a facilitator, a coordinator, nobody and an editor elsewhere publish nothing', async () => {
  await enter(8, place.north.id, 'women', () => 3);
  const elsewhere = await addListeningPlace(app.db, 'Lumas');
  await expect(publish(facilitator)).rejects.toThrow('forbidden');
  await expect(publish(await addActor(app.db, 'coordinator'))).rejects.toThrow('forbidden');
  await expect(publish(nobody)).rejects.toThrow('not-found');
  await expect(publish(await addActor(app.db, 'editor', elsewhere.at))).rejects.toThrow('not-found');
  await expect(showResults(app, nobody, place.municipality.key, {})).rejects.toThrow('not-found');
});

test('the results of the workspace have the session too', async () => {
  await enter(9, place.north.id, 'women', () => 3);
  const { chosen } = await showResults(app, facilitator, place.municipality.key, {});
  const shown = chosen?.results.filter(({ summary }) => summary).map(({ whose }) => whose.kind);
  expect(shown).toEqual(['all', 'sex', 'unit', 'session']);
});
