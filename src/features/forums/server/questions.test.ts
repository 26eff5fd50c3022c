import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { historyOf } from '#features/audit/server/service.ts';
import { questionOn } from '#testing/factories-forums.ts';
import { askQuestion, supportQuestion } from './ask.ts';
import { pressClock } from './clock-service.ts';
import { showForum } from './public.ts';
import { showPlan } from './plans.ts';
import { countVotes, moderateQuestion, saveReply, showQuestions } from './questions.ts';
import { announceForum, endForum, noteAttendance, publishAnswersTogether, startForum } from './stages.ts';
import { useForums, valueOf } from './forum.fixture.ts';

const forums = useForums();

describe('residents’ questions', () => {
  async function open() {
    const forum = await forums.drawn(['Arta', 'Besim']);
    await announceForum(forums.app, forum.by, forum.id);
    const key = await forums.keyOf(forum.id);
    const ask = (text: string, given = {}) =>
      askQuestion(forums.app, randomUUID(), key, { ...questionOn(text), ...given });
    const waiting = async () => (await showQuestions(forums.app, forum.by, forum.id)).waiting;
    const letThrough = async (text: string) => {
      await ask(text);
      const question = (await waiting()).find(({ statement }) => statement === text)?.id ?? '';
      valueOf(
        await moderateQuestion(forums.app, forum.by, forum.id, { question, verdict: 'shown', note: '' }),
      );
      return question;
    };
    return { ...forum, key, ask, waiting, letThrough };
  }

  test('are seen by nobody outside until they are let through', async () => {
    const { key, ask, letThrough } = await open();
    await ask('Kur rregullohet ujësjellësi?');
    expect((await showForum(forums.app, key)).questions).toEqual([]);
    await letThrough('A do të ketë autobus?');
    expect((await showForum(forums.app, key)).questions).toMatchObject([
      { question: { sq: 'A do të ketë autobus?' }, asked: 'before', supports: 0, replies: [] },
    ]);
  });

  test('are asked once, however often the form is sent', async () => {
    const { ask, waiting } = await open();
    const once = randomUUID();
    await Promise.all([ask('Një herë', { once }), ask('Një herë', { once }), ask('Një herë', { once })]);
    expect(await waiting()).toHaveLength(1);
  });

  test('are all kept where someone goes back and writes another one in the same form', async () => {
    const { ask, waiting } = await open();
    const once = randomUUID();
    await ask('E para', { once });
    await ask('E dyta', { once });
    expect(new Set((await waiting()).map(({ statement }) => statement))).toEqual(
      new Set(['E para', 'E dyta']),
    );
  });

  test('that a program filled in are thrown away, without telling it', async () => {
    const { ask, waiting } = await open();
    expect((await ask('Bli lirë', { website: 'http://spam.example' })).kind).toBe('done');
    expect(await waiting()).toEqual([]);
  });

  test('from one address are limited', async () => {
    const { key } = await open();
    const from = () => askQuestion(forums.app, '192.0.2.7', key, questionOn('Sërish'));
    for (let count = 0; count < 30; count += 1) await from();
    await expect(from()).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  test('are withheld with a reason alone, by an editor alone', async () => {
    const { own, by, id, ask, waiting } = await open();
    await ask('Fyerje');
    const question = (await waiting())[0]?.id ?? '';
    const withhold = (actor: Actor, note: string) =>
      moderateQuestion(forums.app, actor, id, { question, verdict: 'withheld', note });
    expect(await withhold(by, '')).toMatchObject({ kind: 'refused' });
    await expect(withhold(await forums.person('facilitator', own), 'fyese')).rejects.toMatchObject({
      code: 'forbidden',
    });
    valueOf(await withhold(by, 'fyese'));
    const history = await historyOf(forums.app, by, { kind: 'forum_question', id: question });
    expect(history).toMatchObject([{ action: 'withhold', reason: 'fyese' }]);
  });

  test('are supported once by a browser, and stand in the order of votes, then support', async () => {
    const { by, id, key, letThrough } = await open();
    await letThrough('E para');
    await letThrough('E dyta');
    const third = await letThrough('E treta');
    const publicId = async (text: string) =>
      (await showForum(forums.app, key)).questions.find(({ question }) => question.sq === text)?.id ?? '';
    const second = await publicId('E dyta');
    for (const browser of ['a', 'a', 'b']) {
      await supportQuestion(forums.app, '192.0.2.9', key, { questionKey: second, browser });
    }
    valueOf(await countVotes(forums.app, by, id, { question: third, votes: 12 }));
    expect(
      (await showForum(forums.app, key)).questions.map(({ question, votes, supports }) => [
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
    valueOf(await saveReply(forums.app, by, id, reply));
    expect(await saveReply(forums.app, by, id, { ...reply, answer: 'Jo.' })).toMatchObject({
      kind: 'refused',
    });
    valueOf(await saveReply(forums.app, by, id, { ...reply, answer: 'Jo.', reason: 'U shënua gabim' }));
    const { questions } = await showForum(forums.app, key);
    expect(
      questions.map(({ question: asked, replies }) => [asked.sq, replies.map((one) => one.answer.sq)]),
    ).toEqual([
      ['Pa përgjigje', []],
      ['Me përgjigje', ['Jo.']],
    ]);
  });

  test('two write down an answer to at a time keep both until one has seen the other', async () => {
    const { letThrough, by, id, of, own } = await open();
    const question = await letThrough('Kush e paguan?');
    const facilitator = await forums.person('facilitator', own);
    const write = (answer: string, was: string) =>
      saveReply(forums.app, facilitator, id, { question, candidacy: of('Arta'), answer, reason: '', was });
    valueOf(await write('Bashkia', ''));
    expect(await write('Qeveria', '')).toMatchObject({ kind: 'conflict', theirs: { answer: 'Bashkia' } });
    const answer = async () => (await showQuestions(forums.app, by, id)).shown[0]?.replies[0]?.answer;
    expect(await answer()).toBe('Bashkia');
    valueOf(await write('Qeveria', 'Bashkia'));
    expect(await answer()).toBe('Qeveria');
  });

  test('are taken while the forum is open or runs, and no longer once it ended', async () => {
    const { by, id, ask, waiting } = await open();
    await startForum(forums.app, by, id);
    await ask('Gjatë forumit');
    expect(await waiting()).toMatchObject([{ asked: 'during' }]);
    await endForum(forums.app, by, id);
    await expect(ask('Vonë')).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('once it is over, who came and how long each spoke is public', async () => {
  const { by, id, of } = await forums.drawn(['Arta', 'Besim']);
  await announceForum(forums.app, by, id);
  await startForum(forums.app, by, id);
  await noteAttendance(forums.app, by, id, { candidacy: of('Besim'), attendance: 'absent' });
  forums.now = new Date('2027-05-02T17:00:00Z');
  await pressClock(forums.app, by, id, { act: 'next', turn: 0, candidacy: null });
  forums.now = new Date('2027-05-02T17:01:40Z');
  await endForum(forums.app, by, id);
  const { candidates } = await showForum(forums.app, await forums.keyOf(id));
  expect(candidates).toMatchObject([
    { name: 'Arta', attendance: 'present', spokenSeconds: 100 },
    { name: 'Besim', attendance: 'absent', spokenSeconds: 0 },
  ]);
});

test('a facilitator cannot announce a forum, nor make its answers public', async () => {
  const { own, id } = await forums.drawn(['Arta']);
  const actor = await forums.person('facilitator', own);
  await expect(announceForum(forums.app, actor, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(publishAnswersTogether(forums.app, actor, id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a forum that is announced only once it has begun, or is over, stays where it is', async () => {
  const { by, id } = await forums.drawn(['Arta']);
  await startForum(forums.app, by, id);
  await announceForum(forums.app, by, id);
  expect((await showPlan(forums.app, by, id)).plan.state).toBe('running');
  const other = await forums.drawn(['Besim']);
  await startForum(forums.app, other.by, other.id);
  await endForum(forums.app, other.by, other.id);
  await announceForum(forums.app, other.by, other.id);
  expect((await showPlan(forums.app, other.by, other.id)).plan.state).toBe('ended');
});

test('announcing twice at one moment makes one event', async () => {
  const { by, id, own } = await forums.drawn(['Arta']);
  await Promise.all([announceForum(forums.app, by, id), announceForum(forums.app, by, id)]);
  const events = await forums.app.db
    .selectFrom('event')
    .select('key')
    .where('municipality_id', '=', own.municipality.id)
    .execute();
  expect(events).toHaveLength(1);
});

test('every row that a forum makes public cites a source', async () => {
  const { rows } = await forums.app.pool.query<{ kind: string }>(`
    SELECT kind FROM (
      SELECT 'election_candidate' AS kind, id FROM election_candidate UNION ALL SELECT 'forum', id FROM forum
      UNION ALL SELECT 'forum_candidate', id FROM forum_candidate UNION ALL SELECT 'forum_priority', id FROM forum_priority
      UNION ALL SELECT 'candidate_answer', id FROM candidate_answer UNION ALL SELECT 'forum_question', id FROM forum_question
      UNION ALL SELECT 'question_answer', id FROM question_answer) made
    WHERE NOT EXISTS (SELECT FROM citation WHERE subject_id = made.id AND subject_kind = made.kind)`);
  expect(rows).toEqual([]);
});
