import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { historyOf } from '#features/audit/server/service.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import {
  addForumGround,
  candidacyOn,
  planOn,
  questionOn,
  type ForumGround,
} from '#testing/factories-forums.ts';
import { saveAnswers, showAnswers } from './answers.ts';
import { askQuestion, supportQuestion } from './ask.ts';
import { addCandidacy, changeCandidacy, listCandidacies } from './candidates.ts';
import { pressClock, showClock } from './clock-service.ts';
import { drawLots } from './draw.ts';
import { drawOrder } from './lot.ts';
import { changePlan, listPlans, planForum, showPlan, takePriorities } from './plans.ts';
import { answersToPriority, showAnswerTable, showForum } from './public.ts';
import { countVotes, moderateQuestion, saveReply, showQuestions } from './questions.ts';
import { announceForum, endForum, noteAttendance, publishAnswersTogether, startForum } from './stages.ts';

const database = useDatabase();
let app: App;
let now = new Date('2027-05-02T16:00:00Z');
let ground: ForumGround;
let elsewhere: ForumGround;
let editor: Actor;
let facilitator: Actor;
let foreignEditor: Actor;
let coordinator: Actor;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  ground = await addForumGround(app.db);
  elsewhere = await addForumGround(app.db);
  editor = await person('editor', ground);
  facilitator = await person('facilitator', ground);
  foreignEditor = await person('editor', elsewhere);
  coordinator = {
    kind: 'account',
    id: randomUUID(),
    grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
    awaitsSecondFactor: false,
  };
});

async function person(role: Role, at: ForumGround): Promise<Actor> {
  const { id } = await addAccount(app.db);
  const scope = {
    kind: 'organisation' as const,
    organisationId: at.organisation.id,
    municipalityIds: [at.municipality.id],
  };
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A forum on ground of its own, with the candidates named. */
async function prepare(names: readonly string[], given: Partial<ReturnType<typeof planOn>> = {}) {
  const own = await addForumGround(app.db);
  const by = await person('editor', own);
  const candidates = new Map<string, string>();
  for (const name of names) {
    const { id } = valueOf(await addCandidacy(app, by, candidacyOn(own, name)));
    candidates.set(name, id);
  }
  const { id } = valueOf(await planForum(app, by, { ...planOn(own), ...given }));
  const of = (name: string) => candidates.get(name) ?? '';
  return { own, by, id, of };
}

async function drawn(names: readonly string[], given: Parameters<typeof prepare>[1] = {}) {
  const forum = await prepare(names, given);
  const places = Object.fromEntries(
    names.map((name, index) => [`place-${forum.of(name)}`, String(index + 1)]),
  );
  valueOf(
    await drawLots(app, forum.by, forum.id, {
      command: { method: 'on-site', drawnBy: 'Nxënësit e shkollës' },
      fields: places,
    }),
  );
  return forum;
}

async function keyOf(id: string): Promise<string> {
  const { plan } = await showPlan(app, coordinator, id);
  return plan.forumKey ?? '';
}

describe('candidates', () => {
  test('are written down by an editor or facilitator of the municipality, and by nobody else', async () => {
    const command = candidacyOn(ground, 'Arta Hoxha');
    for (const actor of [foreignEditor, coordinator]) {
      await expect(addCandidacy(app, actor, command)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await addCandidacy(app, facilitator, command)).kind).toBe('done');
  });

  test('the same name twice in one municipality is refused at the name', async () => {
    await addCandidacy(app, editor, candidacyOn(ground, 'Blerim Kola'));
    expect(await addCandidacy(app, editor, candidacyOn(ground, 'blerim kola'))).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'name' }],
    });
  });

  test('of two who change one at a time, the second sees what the first wrote', async () => {
    const { id } = valueOf(await addCandidacy(app, editor, candidacyOn(ground, 'Dritan Gjoka')));
    const change = (party: string) =>
      changeCandidacy(app, editor, id, { ...candidacyOn(ground, 'Dritan Gjoka'), party, version: 1 });
    const kinds = (await Promise.all([change('A'), change('B')])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['conflict', 'done']);
  });

  test('an editor of another municipality finds none of them', async () => {
    expect(await listCandidacies(app, foreignEditor)).toEqual([]);
    expect((await listCandidacies(app, coordinator)).length).toBeGreaterThan(0);
  });

  test('once public, a withdrawal can be added and nothing else changed', async () => {
    const { own, by, id, of } = await drawn(['Elira Dervishi']);
    await announceForum(app, by, id);
    const command = candidacyOn(own, 'Elira Dervishi');
    expect(
      await changeCandidacy(app, by, of('Elira Dervishi'), { ...command, party: 'Tjetër', version: 1 }),
    ).toMatchObject({ kind: 'refused', faults: [{ field: 'party' }] });
    valueOf(
      await changeCandidacy(app, by, of('Elira Dervishi'), {
        ...command,
        withdrawnOn: '2027-04-20',
        version: 1,
      }),
    );
    const { candidates } = await showAnswerTable(app, await keyOf(id));
    expect(candidates).toMatchObject([{ name: 'Elira Dervishi', withdrawnOn: '2027-04-20' }]);
  });
});

describe('planning', () => {
  test('takes the contract’s priorities along', async () => {
    const { by, id } = await prepare([]);
    const { items } = await showPlan(app, by, id);
    expect(items.map(({ statement }) => statement.en)).toEqual(['Road 1', 'Road 2', 'Road 3']);
  });

  test('another municipality’s editor cannot see a forum; a coordinator reads it and changes nothing', async () => {
    const { own, id } = await prepare([]);
    await expect(showPlan(app, foreignEditor, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await showPlan(app, coordinator, id)).mayWork).toBe(false);
    for (const actor of [foreignEditor, coordinator]) {
      await expect(changePlan(app, actor, id, { ...planOn(own), version: 1 })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(takePriorities(app, actor, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await listPlans(app, foreignEditor)).toEqual([]);
  });

  test('what was announced changes with a reason alone, and the public sees it', async () => {
    const { own, by, id } = await prepare(['Fatos']);
    await announceForum(app, by, id);
    const { plan } = await showPlan(app, by, id);
    const later = { ...planOn(own), heldOn: '2027-05-09', version: plan.version };
    expect(await changePlan(app, by, id, later)).toMatchObject({ kind: 'refused' });
    valueOf(await changePlan(app, by, id, { ...later, reason: 'Salla ishte zënë' }));
    expect((await showForum(app, await keyOf(id))).forum.starts).toBe('2027-05-09');
  });
});

describe('the drawing of lots', () => {
  test('by the program can be done again by anyone with the seed', async () => {
    const names = ['Arta', 'Besim', 'Çlirim', 'Drita'];
    const { by, id } = await prepare(names);
    await drawLots(app, by, id, { command: { method: 'program', drawnBy: 'Besa Leka' }, fields: {} });
    const { plan, seats } = await showPlan(app, by, id);
    expect(seats.map(({ name }) => name)).toEqual(drawOrder(plan.lotSeed ?? '', names));
  });

  test('in the room gives each candidate one place', async () => {
    const { by, id, of } = await prepare(['Arta', 'Besim']);
    const command = { method: 'on-site' as const, drawnBy: 'Nxënësit' };
    const fields = { [`place-${of('Arta')}`]: '2', [`place-${of('Besim')}`]: '2' };
    expect(await drawLots(app, by, id, { command, fields })).toMatchObject({ kind: 'refused' });
    valueOf(await drawLots(app, by, id, { command, fields: { ...fields, [`place-${of('Besim')}`]: '1' } }));
    const { seats } = await showPlan(app, by, id);
    expect(seats.map(({ name }) => name)).toEqual(['Besim', 'Arta']);
  });

  test('leaves out who has withdrawn, and is not repeated once it is public', async () => {
    const { own, by, id, of } = await prepare(['Arta', 'Besim']);
    await changeCandidacy(app, by, of('Besim'), {
      ...candidacyOn(own, 'Besim'),
      withdrawnOn: '2027-04-01',
      version: 1,
    });
    const draw = () => drawLots(app, by, id, { command: { method: 'program', drawnBy: 'B' }, fields: {} });
    valueOf(await draw());
    valueOf(await draw());
    await announceForum(app, by, id);
    await expect(draw()).rejects.toMatchObject({ code: 'conflict' });
    const { candidates, forum } = await showAnswerTable(app, await keyOf(id));
    expect(candidates.map(({ name }) => name)).toEqual(['Arta']);
    expect(forum.lotSeed).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the clock', () => {
  test('gives turns by lot, keeps time over reloads, and stands still while paused', async () => {
    const { by, id } = await drawn(['Arta', 'Besim']);
    await startForum(app, by, id);
    now = new Date('2027-05-02T16:10:00Z');
    await pressClock(app, by, id, { act: 'next', turn: 0, candidacy: null });
    now = new Date('2027-05-02T16:10:30Z');
    await pressClock(app, by, id, { act: 'pause', turn: 1, candidacy: null });
    now = new Date('2027-05-02T16:20:00Z');
    expect((await showClock(app, by, id)).current).toMatchObject({
      name: 'Arta',
      usedMs: 30_000,
      isRunning: false,
    });
    await pressClock(app, by, id, { act: 'resume', turn: 1, candidacy: null });
    now = new Date('2027-05-02T16:20:15Z');
    await pressClock(app, by, id, { act: 'next', turn: 1, candidacy: null });
    const clock = await showClock(app, by, id);
    expect(clock.current?.name).toBe('Besim');
    expect(clock.seats.map(({ name, spokenMs }) => [name, spokenMs])).toEqual([
      ['Arta', 45_000],
      ['Besim', 0],
    ]);
  });

  test('two clicks on "next" at one moment skip nobody', async () => {
    const { by, id } = await drawn(['Arta', 'Besim', 'Çlirim']);
    await startForum(app, by, id);
    const press = () => pressClock(app, by, id, { act: 'next', turn: 0, candidacy: null });
    await Promise.all([press(), press(), press()]);
    const clock = await showClock(app, by, id);
    expect([clock.turn, clock.current?.name]).toEqual([1, 'Arta']);
  });

  test('passes over who did not come', async () => {
    const { by, id, of } = await drawn(['Arta', 'Besim']);
    await startForum(app, by, id);
    await noteAttendance(app, by, id, { candidacy: of('Arta'), attendance: 'absent' });
    await pressClock(app, by, id, { act: 'next', turn: 0, candidacy: null });
    expect((await showClock(app, by, id)).current?.name).toBe('Besim');
  });

  test('does not run before the forum does, nor for another municipality’s people', async () => {
    const { by, id } = await drawn(['Arta']);
    const press = (actor: Actor) => pressClock(app, actor, id, { act: 'next', turn: 0, candidacy: null });
    await expect(press(by)).rejects.toMatchObject({ code: 'conflict' });
    await startForum(app, by, id);
    await expect(press(foreignEditor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(press(coordinator)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('answers', () => {
  async function answered(publishes: 'together' | 'live' = 'together') {
    const forum = await drawn(['Arta', 'Besim'], { publishes });
    await announceForum(app, forum.by, forum.id);
    const [first] = (await showAnswers(app, forum.by, forum.id)).items;
    const save = (fields: Record<string, string>, actor = forum.by) =>
      saveAnswers(app, actor, forum.id, first?.id ?? '', fields);
    return { ...forum, save, key: await keyOf(forum.id) };
  }

  test('a reservation needs its words; a row left empty says nothing', async () => {
    const { save, of } = await answered();
    expect(await save({ [`answer-${of('Arta')}`]: 'reservation' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: `words-${of('Arta')}` }],
    });
    expect(valueOf(await save({ [`answer-${of('Arta')}`]: 'agrees' }))).toEqual({ saved: 1 });
  });

  test('an answer that is none of the five is refused, whatever is sent', async () => {
    const { save, of } = await answered();
    expect(await save({ [`answer-${of('Arta')}`]: 'yes!' })).toMatchObject({ kind: 'refused' });
  });

  test('go public together, and only then', async () => {
    const { save, of, by, id, key } = await answered();
    await save({ [`answer-${of('Arta')}`]: 'agrees', [`answer-${of('Besim')}`]: 'declines' });
    expect((await showAnswerTable(app, key)).hasAnswers).toBe(false);
    await publishAnswersTogether(app, by, id);
    const [row] = (await showAnswerTable(app, key)).rows;
    expect(row?.cells.map(({ current }) => current?.answer)).toEqual(['agrees', 'declines']);
  });

  test('go public one by one where the editor chose so', async () => {
    const { save, of, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    expect((await showAnswerTable(app, key)).hasAnswers).toBe(true);
  });

  test('of a facilitator wait for someone who may publish', async () => {
    const { save, of, own, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' }, await person('facilitator', own));
    expect((await showAnswerTable(app, key)).hasAnswers).toBe(false);
    await save({ [`answer-${of('Besim')}`]: 'absent' });
    const [row] = (await showAnswerTable(app, key)).rows;
    expect(row?.cells.map(({ current }) => current?.answer)).toEqual(['agrees', 'absent']);
  });

  test('once public are corrected by a next version with a reason; the first stays', async () => {
    const { save, of, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    const correction = { [`answer-${of('Arta')}`]: 'reservation', [`words-${of('Arta')}`]: 'Po, nëse…' };
    expect(await save(correction)).toMatchObject({ faults: [{ field: `reason-${of('Arta')}` }] });
    valueOf(await save({ ...correction, [`reason-${of('Arta')}`]: 'U dëgjua gabim' }));
    const cell = (await showAnswerTable(app, key)).rows[0]?.cells[0];
    expect(cell?.current).toMatchObject({
      answer: 'reservation',
      version: 2,
      reason: { sq: 'U dëgjua gabim' },
    });
    expect(cell?.earlier).toMatchObject([{ answer: 'agrees', version: 1 }]);
  });

  test('of two who write down the same answer at one moment, one is kept', async () => {
    const { save, of, key } = await answered('live');
    const both = { [`answer-${of('Arta')}`]: 'agrees' };
    await Promise.all([save(both), save(both)]);
    expect((await showAnswerTable(app, key)).rows[0]?.cells[0]).toMatchObject({ earlier: [] });
  });

  test('stand beside the priority, with who became mayor', async () => {
    const { save, of, key, own } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    const [priority] = own.priorities;
    const person_id = await app.db
      .selectFrom('person')
      .innerJoin('election_candidate', 'election_candidate.person_id', 'person.id')
      .select('person.id')
      .where('person.name', '=', 'Arta')
      .where('election_candidate.municipality_id', '=', own.municipality.id)
      .executeTakeFirstOrThrow();
    await app.db
      .insertInto('post')
      .values({
        id: randomUUID(),
        key: `mayor-${own.municipality.key}`,
        person_id: person_id.id,
        municipality_id: own.municipality.id,
        office: 'mayor',
      })
      .execute();
    expect(
      await answersToPriority(
        app,
        { id: priority?.id ?? '', contractId: own.contract.id },
        own.municipality.id,
      ),
    ).toMatchObject([{ forumKey: key, name: 'Arta', answer: 'agrees', isMayor: true }]);
  });
});

describe('residents’ questions', () => {
  async function open() {
    const forum = await drawn(['Arta', 'Besim']);
    await announceForum(app, forum.by, forum.id);
    const key = await keyOf(forum.id);
    const ask = (text: string, given = {}) =>
      askQuestion(app, randomUUID(), key, { ...questionOn(text), ...given });
    const waiting = async () => (await showQuestions(app, forum.by, forum.id)).waiting;
    const letThrough = async (text: string) => {
      await ask(text);
      const question = (await waiting()).find(({ statement }) => statement === text)?.id ?? '';
      valueOf(await moderateQuestion(app, forum.by, forum.id, { question, verdict: 'shown', note: '' }));
      return question;
    };
    return { ...forum, key, ask, waiting, letThrough };
  }

  test('are seen by nobody outside until they are let through', async () => {
    const { key, ask, letThrough } = await open();
    await ask('Kur rregullohet ujësjellësi?');
    expect((await showForum(app, key)).questions).toEqual([]);
    await letThrough('A do të ketë autobus?');
    expect((await showForum(app, key)).questions).toMatchObject([
      { question: { sq: 'A do të ketë autobus?' }, asked: 'before', supports: 0, replies: [] },
    ]);
  });

  test('are asked once, however often the form is sent', async () => {
    const { ask, waiting } = await open();
    const once = randomUUID();
    await Promise.all([ask('Një herë', { once }), ask('Një herë', { once }), ask('Një herë', { once })]);
    expect(await waiting()).toHaveLength(1);
  });

  test('that a program filled in are thrown away, without telling it', async () => {
    const { ask, waiting } = await open();
    expect((await ask('Bli lirë', { website: 'http://spam.example' })).kind).toBe('done');
    expect(await waiting()).toEqual([]);
  });

  test('from one address are limited', async () => {
    const { key } = await open();
    const from = () => askQuestion(app, '192.0.2.7', key, questionOn('Sërish'));
    for (let count = 0; count < 30; count += 1) await from();
    await expect(from()).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  test('are withheld with a reason alone, by an editor alone', async () => {
    const { own, by, id, ask, waiting } = await open();
    await ask('Fyerje');
    const question = (await waiting())[0]?.id ?? '';
    const withhold = (actor: Actor, note: string) =>
      moderateQuestion(app, actor, id, { question, verdict: 'withheld', note });
    expect(await withhold(by, '')).toMatchObject({ kind: 'refused' });
    await expect(withhold(await person('facilitator', own), 'fyese')).rejects.toMatchObject({
      code: 'forbidden',
    });
    valueOf(await withhold(by, 'fyese'));
    const history = await historyOf(app, by, { kind: 'forum_question', id: question });
    expect(history).toMatchObject([{ action: 'withhold', reason: 'fyese' }]);
  });

  test('are supported once by a browser, and stand in the order of votes, then support', async () => {
    const { by, id, key, letThrough } = await open();
    await letThrough('E para');
    await letThrough('E dyta');
    const third = await letThrough('E treta');
    const publicId = async (text: string) =>
      (await showForum(app, key)).questions.find(({ question }) => question.sq === text)?.id ?? '';
    const second = await publicId('E dyta');
    for (const browser of ['a', 'a', 'b']) {
      await supportQuestion(app, '192.0.2.9', key, { questionKey: second, browser });
    }
    valueOf(await countVotes(app, by, id, { question: third, votes: 12 }));
    expect(
      (await showForum(app, key)).questions.map(({ question, votes, supports }) => [
        question.sq,
        votes,
        supports,
      ]),
    ).toEqual([
      ['E treta', 12, 0],
      ['E dyta', null, 2],
      ['E para', null, 0],
    ]);
  });

  test('that were answered show by whom and what; the others stay to be seen', async () => {
    const { by, id, of, key, letThrough } = await open();
    await letThrough('Pa përgjigje');
    const question = await letThrough('Me përgjigje');
    const reply = { question, candidacy: of('Besim'), answer: 'Po, brenda vitit.', reason: '' };
    valueOf(await saveReply(app, by, id, reply));
    expect(await saveReply(app, by, id, { ...reply, answer: 'Jo.' })).toMatchObject({ kind: 'refused' });
    valueOf(await saveReply(app, by, id, { ...reply, answer: 'Jo.', reason: 'U shënua gabim' }));
    const { questions } = await showForum(app, key);
    expect(
      questions.map(({ question: asked, replies }) => [asked.sq, replies.map((one) => one.answer.sq)]),
    ).toEqual([
      ['Pa përgjigje', []],
      ['Me përgjigje', ['Jo.']],
    ]);
  });

  test('are taken while the forum is open or runs, and no longer once it ended', async () => {
    const { by, id, ask, waiting } = await open();
    await startForum(app, by, id);
    await ask('Gjatë forumit');
    expect(await waiting()).toMatchObject([{ asked: 'during' }]);
    await endForum(app, by, id);
    await expect(ask('Vonë')).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('once it is over, who came and how long each spoke is public', async () => {
  const { by, id, of } = await drawn(['Arta', 'Besim']);
  await announceForum(app, by, id);
  await startForum(app, by, id);
  await noteAttendance(app, by, id, { candidacy: of('Besim'), attendance: 'absent' });
  now = new Date('2027-05-02T17:00:00Z');
  await pressClock(app, by, id, { act: 'next', turn: 0, candidacy: null });
  now = new Date('2027-05-02T17:01:40Z');
  await endForum(app, by, id);
  const { candidates } = await showForum(app, await keyOf(id));
  expect(candidates).toMatchObject([
    { name: 'Arta', attendance: 'present', spokenSeconds: 100 },
    { name: 'Besim', attendance: 'absent', spokenSeconds: 0 },
  ]);
});

test('a facilitator cannot announce a forum, nor make its answers public', async () => {
  const { own, id } = await drawn(['Arta']);
  const actor = await person('facilitator', own);
  await expect(announceForum(app, actor, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(publishAnswersTogether(app, actor, id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('announcing twice at one moment makes one event', async () => {
  const { by, id, own } = await drawn(['Arta']);
  await Promise.all([announceForum(app, by, id), announceForum(app, by, id)]);
  const events = await app.db
    .selectFrom('event')
    .select('key')
    .where('municipality_id', '=', own.municipality.id)
    .execute();
  expect(events).toHaveLength(1);
});

test('every row that a forum makes public cites a source', async () => {
  const { rows } = await app.pool.query<{ kind: string }>(`
    SELECT kind FROM (
      SELECT 'election_candidate' AS kind, id FROM election_candidate UNION ALL SELECT 'forum', id FROM forum
      UNION ALL SELECT 'forum_candidate', id FROM forum_candidate UNION ALL SELECT 'forum_priority', id FROM forum_priority
      UNION ALL SELECT 'candidate_answer', id FROM candidate_answer UNION ALL SELECT 'forum_question', id FROM forum_question
      UNION ALL SELECT 'question_answer', id FROM question_answer) made
    WHERE NOT EXISTS (SELECT FROM citation WHERE subject_id = made.id AND subject_kind = made.kind)`);
  expect(rows).toEqual([]);
});
