import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addActor, addCardForm, addListeningPlace, addSession } from '#testing/factories-cards.ts';
import { recordTopThree, setUpBatch, showBatch } from './batches.ts';
import { beginCard, correctCard, enterCard, openCard, removeCard } from './entry.ts';
import { printCards } from './print.ts';
import { beginSecondEntry, enterAgain, listDifferences, settleCard } from './second.ts';

const database = useDatabase();
let app: App;
let place: Awaited<ReturnType<typeof addListeningPlace>>;
let arta: Actor;
let besa: Actor;
let stranger: Actor;
let coordinator: Actor;
let form: Awaited<ReturnType<typeof addCardForm>>;
let session: string;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  place = await addListeningPlace(app.db);
  const elsewhere = await addListeningPlace(app.db, 'Lumas');
  arta = await addActor(app.db, 'facilitator', place.at);
  besa = await addActor(app.db, 'facilitator', place.at);
  stranger = await addActor(app.db, 'facilitator', elsewhere.at);
  coordinator = await addActor(app.db, 'coordinator');
  form = await addCardForm(app.db);
});

beforeEach(async () => {
  session = (await addSession(app.db, place, { unit_id: place.north.id })).id;
  await setUpBatch(app, arta, session, { version: 0, form: form.id, secondEvery: 2 }, 'r');
});

function card(number: number, scores: (number | null)[] = [1, 2, 3, 4], id: string = randomUUID()) {
  return { id, number, unit: place.north.id, sex: 'women', ageBand: '30-44', scores } as const;
}

function enter(actor: Actor, command: ReturnType<typeof card>) {
  return enterCard(app, actor, session, { ...command, scores: [...command.scores] }, 'r');
}

async function numbers(): Promise<number[]> {
  return (await showBatch(app, arta, session)).cards.map(({ number }) => number);
}

describe('entering', () => {
  test('the next card counts on from the person’s last, and keeps its unit, sex and age band', async () => {
    expect((await beginCard(app, arta, session)).begun).toMatchObject({ number: '1', unit: place.north.id });
    await enter(arta, card(7));
    expect((await beginCard(app, arta, session)).begun).toMatchObject({
      number: '8',
      unit: place.north.id,
      sex: 'women',
      ageBand: '30-44',
    });
    await enter(besa, card(8));
    expect((await beginCard(app, arta, session)).begun).toMatchObject({ number: '9' });
  });

  test('a card sent twice is saved once, also at the same time', async () => {
    const command = card(1);
    const outcomes = await Promise.all([enter(arta, command), enter(arta, command), enter(arta, command)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    expect(await numbers()).toEqual([1]);
  });

  test('of two people who enter one number at once, one is told the next free number', async () => {
    const outcomes = await Promise.all([enter(arta, card(1)), enter(besa, card(1))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toEqual({
      kind: 'refused',
      faults: [{ field: 'number', key: 'cards.fault.number-taken', values: { number: 1, free: 2 } }],
    });
  });

  test('what was not answered is kept as not answered; a card with nothing is refused', async () => {
    await enter(arta, card(1, [null, 2, null, 4]));
    const { cards } = await showBatch(app, arta, session);
    const opened = await openCard(app, arta, session, cards[0]?.id ?? '');
    expect(opened.card.scores).toEqual([null, 2, null, 4]);
    expect(await enter(arta, card(2, [null, null, null, null]))).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'scores.0', key: 'cards.fault.blank' }],
    });
  });

  test('a unit of another municipality is refused', async () => {
    const elsewhere = await addListeningPlace(app.db, 'Tjetër');
    expect(
      await enterCard(app, arta, session, { ...card(1), scores: [1], unit: elsewhere.north.id }, 'r'),
    ).toMatchObject({ kind: 'refused', faults: [{ field: 'unit' }] });
  });

  test('nobody, the coordinator and the same role elsewhere enter nothing', async () => {
    await expect(enter(coordinator, card(1))).rejects.toThrow('forbidden');
    await expect(enter(nobody, card(1))).rejects.toThrow('not-found');
    await expect(enter(stranger, card(1))).rejects.toThrow('not-found');
    await expect(beginCard(app, stranger, session)).rejects.toThrow('not-found');
    expect(await numbers()).toEqual([]);
  });
});

describe('putting right', () => {
  async function entered(number: number): Promise<string> {
    const command = card(number);
    await enter(arta, command);
    return command.id;
  }
  const corrected = (version: number, number = 1) => ({
    version,
    number,
    unit: null,
    sex: null,
    ageBand: null,
    scores: [5, 5, 5, 5],
  });

  test('of two corrections from one version the second sees what the first saved', async () => {
    const cardId = await entered(1);
    const at = { sessionId: session, cardId };
    expect(await correctCard(app, arta, at, corrected(1), 'r')).toMatchObject({ kind: 'done' });
    expect(await correctCard(app, besa, at, corrected(1), 'r')).toMatchObject({
      kind: 'conflict',
      theirVersion: 2,
      theirs: { 'scores.0': '5', sex: '' },
    });
  });

  test('a correction cannot take another card’s number', async () => {
    const cardId = await entered(1);
    await entered(3);
    expect(await correctCard(app, arta, { sessionId: session, cardId }, corrected(1, 3), 'r')).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'number', values: { number: 3, free: 4 } }],
    });
  });

  test('a card that waits for its second entry is shown to nobody but who typed it', async () => {
    const cardId = await entered(2);
    expect((await openCard(app, arta, session, cardId)).card.number).toBe(2);
    await expect(openCard(app, besa, session, cardId)).rejects.toThrow('forbidden');
    const at = { sessionId: session, cardId };
    await expect(correctCard(app, besa, at, corrected(1, 2), 'r')).rejects.toThrow('forbidden');
    await expect(removeCard(app, besa, at, 'twice', 'r')).rejects.toThrow('forbidden');
  });

  test('a card entered by mistake is taken away, with the reason in the audit', async () => {
    const cardId = await entered(1);
    await removeCard(app, arta, { sessionId: session, cardId }, 'entered twice', 'r');
    expect(await numbers()).toEqual([]);
    const audited = await app.db
      .selectFrom('audit_event')
      .select(['reason', 'action'])
      .where('subject_id', '=', cardId)
      .where('action', '=', 'remove')
      .executeTakeFirst();
    expect(audited).toEqual({ action: 'remove', reason: 'entered twice' });
  });
});

describe('entering a sample twice', () => {
  async function due(actor: Actor): Promise<{ id: string; number: number } | null> {
    return (await beginSecondEntry(app, actor, session)).due;
  }
  const again = (actor: Actor, card: string, scores: (number | null)[]) =>
    enterAgain(app, actor, session, { card, scores }, 'r');

  beforeEach(async () => {
    for (const number of [1, 2, 3, 4]) await enter(arta, card(number));
  });

  test('every second card waits for someone else than who typed it', async () => {
    expect(await due(besa)).toMatchObject({ number: 2 });
    expect(await due(arta)).toBeNull();
    const id = (await due(besa))?.id ?? '';
    expect(await again(arta, id, [1, 2, 3, 4])).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'cards.fault.own-card' }],
    });
  });

  test('what is shown of a card to be entered again holds no score', async () => {
    expect(Object.keys((await due(besa)) ?? {}).sort()).toEqual(['id', 'number']);
  });

  test('where both entries agree nothing is left to settle; where not, the third look decides and the rate counts it', async () => {
    const second = (await due(besa))?.id ?? '';
    expect(await again(besa, second, [1, 2, 3, 4])).toMatchObject({ value: { number: 2, differences: 0 } });
    const fourth = (await due(besa))?.id ?? '';
    expect(await again(besa, fourth, [1, 5, 3, null])).toMatchObject({
      value: { number: 4, differences: 2 },
    });
    expect((await listDifferences(app, arta, session)).cards).toEqual([
      {
        id: fourth,
        number: 4,
        differences: [
          { position: 2, first: 2, second: 5 },
          { position: 4, first: 4, second: null },
        ],
      },
    ]);
    const settle = (scores: (number | null)[]) =>
      settleCard(app, arta, session, { card: fourth, scores }, 'r');
    expect(await settle([null, null, null, null])).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'scores.1', key: 'form.fault.missing' }],
    });
    expect(await settle([null, 5, null, 4])).toMatchObject({ kind: 'done' });
    expect(await settle([null, 5, null, 4])).toMatchObject({ kind: 'done' });
    expect(await settle([null, 2, null, 4])).toEqual({
      kind: 'conflict',
      theirs: { 'scores.1': '5', 'scores.3': '4' },
      theirVersion: 2,
    });
    expect((await openCard(app, besa, session, fourth)).card.scores).toEqual([1, 5, 3, 4]);
    expect((await showBatch(app, arta, session)).second).toEqual({
      sample: 2,
      waiting: 0,
      waitingForMe: 0,
      unsettled: 0,
      rate: { cards: 2, scores: 8, differences: 2 },
    });
  });

  test('of two people who enter one card again at once, one is told so', async () => {
    const third = await addActor(app.db, 'editor', place.at);
    const id = (await due(besa))?.id ?? '';
    const outcomes = await Promise.all([again(besa, id, [1, 2, 3, 3]), again(third, id, [1, 2, 3, 4])]);
    const taken = outcomes.filter((outcome) => outcome.kind === 'done' && outcome.value.isTaken);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(taken).toHaveLength(1);
    expect((await showBatch(app, arta, session)).second.rate.cards).toBe(1);
  });

  test('a card with unsettled differences is not corrected beside them', async () => {
    const id = (await due(besa))?.id ?? '';
    await again(besa, id, [5, 5, 5, 5]);
    const correction = { version: 1, number: 2, unit: null, sex: null, ageBand: null, scores: [1, 1, 1, 1] };
    expect(await correctCard(app, arta, { sessionId: session, cardId: id }, correction, 'r')).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'cards.fault.unsettled' }],
    });
  });
});

describe('a session’s form and top three', () => {
  test('the form stays once a card is on it', async () => {
    const other = await addCardForm(app.db);
    const change = (version: number) =>
      setUpBatch(app, arta, session, { version, form: other.id, secondEvery: 5 }, 'r');
    await enter(arta, card(1));
    expect(await change(1)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'form', key: 'cards.fault.form-in-use' }],
    });
  });

  test('of two people who set up a session at once, the second sees what the first chose', async () => {
    const set = (version: number, secondEvery: number, of = session) =>
      setUpBatch(app, arta, of, { version, form: form.id, secondEvery }, 'r');
    expect(await set(1, 5)).toMatchObject({ kind: 'done' });
    expect(await set(1, 7)).toEqual({
      kind: 'conflict',
      theirs: { form: form.id, secondEvery: '5' },
      theirVersion: 2,
    });
    const fresh = (await addSession(app.db, place)).id;
    const outcomes = await Promise.all([set(0, 5, fresh), set(0, 7, fresh)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done']);
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({ theirVersion: 1 });
  });

  test('a form that is not there is refused', async () => {
    const settings = { version: 1, form: randomUUID(), secondEvery: 5 };
    expect(await setUpBatch(app, arta, session, settings, 'r')).toMatchObject({ kind: 'refused' });
  });

  test('the group’s three issues stand in their order; an issue that the card has not is refused', async () => {
    const agree = (version: number, third: number | null) =>
      recordTopThree(app, arta, session, { version, first: 3, second: 1, third }, 'r');
    expect(await agree(1, 9)).toMatchObject({ kind: 'refused', faults: [{ field: 'third' }] });
    expect(await agree(1, 2)).toMatchObject({ kind: 'done' });
    expect((await showBatch(app, arta, session)).session.topIssues).toEqual([3, 1, 2]);
    expect(await agree(1, null)).toEqual({
      kind: 'conflict',
      theirs: { first: '3', second: '1', third: '2' },
      theirVersion: 2,
    });
  });

  test('the coordinator reads and changes nothing', async () => {
    expect((await showBatch(app, coordinator, session)).mayEnter).toBe(false);
    const settings = { version: 1, form: form.id, secondEvery: 5 };
    await expect(setUpBatch(app, coordinator, session, settings, 'r')).rejects.toThrow('forbidden');
  });

  test('cards of a session are printed for nobody who may not know of it', async () => {
    const command = { session, from: 1, count: 1 };
    await expect(printCards(app, stranger, form.id, command, 'sq')).rejects.toThrow('not-found');
    await expect(printCards(app, nobody, form.id, command, 'sq')).rejects.toThrow('forbidden');
  });
});
