import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addActor, addListeningPlace } from '#testing/factories-cards.ts';
import { typedOf, typedQuestion } from '../schema.ts';
import { answerOnPaper, answerOnline, openQuestionnaire } from './answering.ts';
import { answersCsv, reviewAnswer, showAnswers, showPublishedAnswers } from './results.ts';
import {
  changeQuestionnaire,
  listQuestionnaires,
  makeQuestionnaire,
  saveQuestion,
  showQuestionnaire,
  stepQuestion,
  stepQuestionnaire,
} from './work.ts';

const database = useDatabase();
let app: App;
let now = new Date('2026-11-26T10:00:00Z');
let place: Awaited<ReturnType<typeof addListeningPlace>>;
let facilitator: Actor;
let editor: Actor;
let stranger: Actor;
let coordinator: Actor;
let id: string;
let code: string;

const words = {
  titleSq: 'Parku i ri',
  titleEn: '',
  purposeSq: 'Për planin e parkut',
  purposeEn: '',
  opensOn: null,
  closesOn: '2026-12-10',
  session: null,
};

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  place = await addListeningPlace(app.db);
  facilitator = await addActor(app.db, 'facilitator', place.at);
  editor = await addActor(app.db, 'editor', place.at);
  stranger = await addActor(app.db, 'editor', (await addListeningPlace(app.db, 'Lumas')).at);
  coordinator = await addActor(app.db, 'coordinator');
});

const versionOf = async () => (await showQuestionnaire(app, facilitator, id)).questionnaire.version;

async function ask(typed: Record<string, string>) {
  const question = typedQuestion.parse({ version: String(await versionOf()), textSq: 'Pyetja', ...typed });
  return saveQuestion(app, facilitator, id, question, 'r');
}

async function step(actor: Actor, what: 'open' | 'close' | 'reopen' | 'publish') {
  return stepQuestionnaire(app, actor, id, { version: await versionOf(), step: what }, 'r');
}

let caller = 0;
function answer(typed: Record<string, string>, token: string = randomUUID(), trap = '') {
  caller += 1;
  return answerOnline(app, code, { token, typed, trap, address: `10.0.0.${caller % 250}` });
}

const counted = async () => (await showAnswers(app, facilitator, id)).counts.all.n;

beforeEach(async () => {
  now = new Date('2026-11-26T10:00:00Z');
  const made = await makeQuestionnaire(
    app,
    facilitator,
    { municipality: place.municipality.id, ...words },
    'r',
  );
  if (made.kind !== 'done') throw new Error('refused');
  id = made.value.id;
  code = (await showQuestionnaire(app, facilitator, id)).questionnaire.code;
  await ask({ kind: 'one', optionsSq: 'Po\nJo', required: 'yes' });
  await ask({ kind: 'text' });
});

describe('building', () => {
  test('one that has no question cannot be opened, and none is known to anyone before', async () => {
    await expect(openQuestionnaire(app, code)).rejects.toThrow('not-found');
    for (const question of ['q1', 'q2']) {
      await stepQuestion(app, facilitator, id, { version: await versionOf(), question, step: 'remove' }, 'r');
    }
    expect(await step(facilitator, 'open')).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'questionnaires.fault.no-questions' }],
    });
  });

  test('questions stay as they are once it has been opened', async () => {
    await step(facilitator, 'open');
    expect(await ask({ kind: 'text' })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'questionnaires.fault.opened' }],
    });
  });

  test('of two who change its words from one version, the second sees what the first saved', async () => {
    const version = await versionOf();
    const change = (actor: Actor, titleSq: string) =>
      changeQuestionnaire(app, actor, id, { version, ...words, titleSq }, 'r');
    expect(await change(facilitator, 'Një')).toMatchObject({ kind: 'done' });
    expect(await change(editor, 'Dy')).toMatchObject({ kind: 'conflict', theirs: { titleSq: 'Një' } });
  });

  test('of two who change one question, the second sees what the first saved; another question is no matter', async () => {
    const { questionnaire } = await showQuestionnaire(app, facilitator, id);
    const [first] = questionnaire.questions;
    if (!first) throw new Error('two were added');
    const began = JSON.stringify(typedOf(first));
    const change = (actor: Actor, textSq: string, question = 'q1') =>
      saveQuestion(
        app,
        actor,
        id,
        typedQuestion.parse({
          ...typedOf(first),
          version: String(questionnaire.version),
          began,
          question,
          textSq,
        }),
        'r',
      );
    expect(await change(editor, 'E re', '')).toMatchObject({ kind: 'done' });
    expect(await change(facilitator, 'Një')).toMatchObject({ kind: 'done' });
    expect(await change(editor, 'Dy')).toMatchObject({
      kind: 'conflict',
      theirs: { textSq: 'Një', optionsSq: 'Po\nJo' },
      theirVersion: await versionOf(),
    });
    await stepQuestion(app, editor, id, { version: await versionOf(), question: 'q1', step: 'remove' }, 'r');
    expect(await change(facilitator, 'Tre')).toMatchObject({ kind: 'conflict', theirs: { textSq: '' } });
  });

  test('nobody, the coordinator and an editor elsewhere change nothing; the latter does not know of it', async () => {
    const version = await versionOf();
    const close = (actor: Actor) => stepQuestionnaire(app, actor, id, { version, step: 'open' }, 'r');
    await expect(close(coordinator)).rejects.toThrow('forbidden');
    await expect(close(stranger)).rejects.toThrow('not-found');
    await expect(close(nobody)).rejects.toThrow('not-found');
    const made = { municipality: place.municipality.id, ...words };
    await expect(makeQuestionnaire(app, stranger, made, 'r')).rejects.toThrow('not-found');
    await expect(listQuestionnaires(app, nobody)).rejects.toThrow('forbidden');
    expect((await listQuestionnaires(app, stranger)).questionnaires).toEqual([]);
    expect((await listQuestionnaires(app, coordinator)).mayMake).toBe(false);
  });
});

describe('answering', () => {
  beforeEach(() => step(facilitator, 'open'));

  test('a form sent twice counts once, also at the same time', async () => {
    const token = randomUUID();
    await Promise.all([answer({ q1: 'o1' }, token), answer({ q1: 'o1' }, token)]);
    await answer({ q1: 'o1' }, token);
    expect(await counted()).toBe(1);
  });

  test('what a program fills in is thanked for and not kept', async () => {
    expect(await answer({ q1: 'o1' }, randomUUID(), 'buy now')).toMatchObject({ kind: 'done' });
    expect(await counted()).toBe(0);
  });

  test('a question that must be answered is told', async () => {
    expect(await answer({ q2: 'vetëm tekst' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'q1', key: 'form.fault.missing' }],
    });
  });

  test('one address sends thirty at once, not thirty-one', async () => {
    const send = () =>
      answerOnline(app, code, { token: randomUUID(), typed: { q1: 'o1' }, trap: 'x', address: '192.0.2.1' });
    const outcomes = [];
    for (let sent = 0; sent < 31; sent += 1) outcomes.push((await send()).kind);
    expect(outcomes).toEqual([...Array.from({ length: 30 }, () => 'done'), 'refused']);
  });

  test('who answers while it is closed is told, and not counted; after its last day too', async () => {
    await step(facilitator, 'close');
    const closed = { kind: 'refused', faults: [{ key: 'questionnaires.fault.closed' }] };
    expect(await answer({ q1: 'o1' })).toMatchObject(closed);
    await step(facilitator, 'reopen');
    now = new Date('2026-12-11T10:00:00Z');
    expect(await answer({ q1: 'o1' })).toMatchObject(closed);
    expect(await counted()).toBe(0);
  });

  test('answers that race with closing are counted, or told that it is closed', async () => {
    const outcomes = await Promise.all([
      answer({ q1: 'o1' }),
      step(facilitator, 'close'),
      answer({ q1: 'o2' }),
    ]);
    const kept = [outcomes[0], outcomes[2]].filter((outcome) => outcome?.kind === 'done').length;
    expect(await counted()).toBe(kept);
  });

  test('paper is typed in by who runs it, marked as paper, with what was left empty left empty', async () => {
    const paper = (actor: Actor, token: string = randomUUID()) =>
      answerOnPaper(app, actor, id, { token, typed: { q2: 'Pemë' } }, 'r');
    const token = randomUUID();
    expect(await paper(facilitator, token)).toMatchObject({ kind: 'done' });
    expect(await paper(facilitator, token)).toMatchObject({ kind: 'done' });
    await expect(paper(coordinator)).rejects.toThrow('forbidden');
    await expect(paper(stranger)).rejects.toThrow('not-found');
    const { answers } = await showQuestionnaire(app, facilitator, id);
    expect(answers).toEqual({ online: 0, paper: 1 });
  });

  test('of who answered nothing is kept but the day', async () => {
    await answer({ q1: 'o1' });
    const kept = await app.db
      .selectFrom('questionnaire_answer')
      .selectAll()
      .where('questionnaire_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(Object.keys(kept).sort()).toEqual(
      ['id', 'municipality_id', 'questionnaire_id', 'channel', 'answers', 'received_on', 'entered_by'].sort(),
    );
    expect(kept).toMatchObject({ received_on: '2026-11-26', entered_by: null, answers: { q1: ['o1'] } });
  });
});

describe('results', () => {
  async function answered(count: number) {
    await step(facilitator, 'open');
    for (let index = 0; index < count; index += 1) await answer({ q1: 'o1', q2: `=tekst ${index}` });
  }

  test('they are public once an editor publishes them after the end, with accepted texts alone', async () => {
    await answered(5);
    expect(await step(editor, 'publish')).toMatchObject({
      faults: [{ key: 'questionnaires.fault.not-closed' }],
    });
    await step(facilitator, 'close');
    const { texts } = await showAnswers(app, facilitator, id);
    const [first, second] = texts;
    const review = (one: typeof first, what: 'accepted' | 'withheld') =>
      reviewAnswer(app, facilitator, id, { answer: one?.answerId ?? '', question: 'q2', review: what }, 'r');
    await review(first, 'accepted');
    await review(second, 'withheld');
    await expect(showPublishedAnswers(app, code)).rejects.toThrow('not-found');
    await expect(step(facilitator, 'publish')).rejects.toThrow('forbidden');
    expect(await step(editor, 'publish')).toMatchObject({ kind: 'done' });
    const shown = await showPublishedAnswers(app, code);
    expect(shown.counts.all).toMatchObject({
      n: 5,
      questions: [{ n: 5, counted: [{ value: 'o1', count: 5, percent: 100 }, { count: 0 }] }],
    });
    expect(shown.texts.map(({ body }) => body)).toEqual([first?.body]);
    expect(await review(second, 'accepted')).toMatchObject({
      faults: [{ key: 'questionnaires.fault.published' }],
    });
    expect(await step(facilitator, 'reopen')).toMatchObject({ kind: 'refused' });
  });

  test('four answers are not published', async () => {
    await answered(4);
    await step(facilitator, 'close');
    expect(await step(editor, 'publish')).toMatchObject({
      faults: [{ key: 'questionnaires.fault.too-few' }],
    });
  });

  test('the file for spreadsheets runs nothing that someone wrote, and is for those who may read', async () => {
    await answered(1);
    const csv = await answersCsv(app, coordinator, id, 'sq');
    expect(csv).toBe("channel,received_on,Pyetja,Pyetja\nonline,2026-11-26,Po,'=tekst 0\n");
    await expect(answersCsv(app, stranger, id, 'sq')).rejects.toThrow('not-found');
    await expect(showAnswers(app, nobody, id)).rejects.toThrow('not-found');
  });
});
