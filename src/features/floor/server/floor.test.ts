import { describe, expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { addGathering } from '#testing/factories-gatherings.ts';
import { askAtFloor, askToSpeak, leaveQueue, supportAtFloor, voteAtFloor } from './audience.ts';
import { forgetLongGone } from './forget-speakers.ts';
import { questionOf, useFloor, valueOf } from './floor.fixture.ts';
import { judgeQuestion, setFloor, setOrder, showFloorWork } from './moderating.ts';
import { addPoll, stepPoll } from './polls.ts';
import { stepTurn } from './turns.ts';
import { viewFloor } from './view.ts';

const floor = useFloor();
const address = '192.0.2.1';

async function asked(key: string, ...statements: string[]): Promise<string[]> {
  const { app, moderator } = floor.get();
  for (const statement of statements) valueOf(await askAtFloor(app, address, key, questionOf(statement)));
  const { waiting } = await showFloorWork(app, moderator, key);
  return statements.map((statement) => waiting.find((one) => one.statement === statement)?.id ?? '');
}

const verdict = (question: string, given: 'show' | 'answered' | 'decline' | 'merge', more = {}) => ({
  question,
  verdict: given,
  reason: '',
  into: null,
  ...more,
});

describe('the floor of a gathering', () => {
  test('is seen by nobody before the gathering is announced, and takes nothing before it is opened', async () => {
    const { app, place } = floor.get();
    const draft = await addGathering(app.db, place, { state: 'draft' });
    await expect(viewFloor(app, draft.key)).rejects.toThrow('not-found');
    const announced = await addGathering(app.db, place);
    expect((await viewFloor(app, announced.key)).isOpen).toBe(false);
    await expect(askAtFloor(app, address, announced.key, questionOf('Pse?'))).rejects.toThrow('conflict');
  });

  test('is moderated by who works for its organisation; nobody else is told of the work', async () => {
    const { app, stranger } = floor.get();
    const { key } = await floor.open();
    for (const actor of [stranger, nobody]) {
      await expect(showFloorWork(app, actor, key)).rejects.toThrow('not-found');
      await expect(setFloor(app, actor, key, false)).rejects.toThrow('not-found');
      await expect(setOrder(app, actor, key, 'arrival')).rejects.toThrow('not-found');
    }
  });

  test('is read from the database once in two seconds, however many look', async () => {
    const { app } = floor.get();
    const { key } = await floor.open();
    const views = await Promise.all(Array.from({ length: 20 }, () => viewFloor(app, key)));
    expect(new Set(views).size).toBe(1);
    floor.later();
    expect(views).not.toContain(await viewFloor(app, key));
  });
});

describe('a question from the audience', () => {
  test('is seen once a moderator lets it through, most supported first', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const [first = '', second = ''] = await asked(key, 'Kur hapet rruga?', 'Sa kushton?');
    expect((await viewFloor(app, key)).questions).toEqual([]);
    for (const id of [first, second]) valueOf(await judgeQuestion(app, moderator, key, verdict(id, 'show')));
    const sender = floor.sender();
    for (let press = 0; press < 3; press += 1) valueOf(await supportAtFloor(app, sender, key, second));
    floor.later();
    const { questions } = await viewFloor(app, key);
    expect(questions.map(({ statement, supports }) => [statement, supports])).toEqual([
      ['Sa kushton?', 1],
      ['Kur hapet rruga?', 0],
    ]);
  });

  test('sent twice from one form is one question', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const command = questionOf('Pse?');
    valueOf(await askAtFloor(app, address, key, command));
    valueOf(await askAtFloor(app, address, key, command));
    valueOf(await askAtFloor(app, address, key, { ...command, question: 'Si?' }));
    valueOf(await askAtFloor(app, address, key, { ...questionOf('Robot'), website: 'x' }));
    const { waiting } = await showFloorWork(app, moderator, key);
    expect(waiting.map(({ statement }) => statement).toSorted()).toEqual(['Pse?', 'Si?']);
  });

  test('joined with one like it brings its supporters, each counted once', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const [first = '', second = ''] = await asked(key, 'Kur hapet rruga?', 'Rruga kur?');
    for (const id of [first, second]) valueOf(await judgeQuestion(app, moderator, key, verdict(id, 'show')));
    const [ana, besa] = [floor.sender(), floor.sender()];
    valueOf(await supportAtFloor(app, ana, key, first));
    valueOf(await supportAtFloor(app, ana, key, second));
    valueOf(await supportAtFloor(app, besa, key, second));
    valueOf(await judgeQuestion(app, moderator, key, verdict(second, 'merge', { into: first })));
    const { questions } = await viewFloor(app, key);
    expect(questions).toMatchObject([{ id: first, supports: 2 }]);
    expect(await judgeQuestion(app, moderator, key, verdict(first, 'merge', { into: first }))).toMatchObject({
      faults: [{ key: 'floor.fault.into' }],
    });
  });

  test('is declined with a reason alone, and is then supported by nobody', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const [id = ''] = await asked(key, 'Fyerje');
    expect(await judgeQuestion(app, moderator, key, verdict(id, 'decline'))).toMatchObject({
      faults: [{ field: `reason-${id}`, key: 'floor.fault.reason' }],
    });
    valueOf(await judgeQuestion(app, moderator, key, verdict(id, 'decline', { reason: 'Fyese' })));
    expect((await showFloorWork(app, moderator, key)).declined).toMatchObject([{ declineReason: 'Fyese' }]);
    await expect(supportAtFloor(app, floor.sender(), key, id)).rejects.toThrow('not-found');
  });
});

describe('a poll', () => {
  async function polled(shows: 'live' | 'closed' = 'live') {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const poll = valueOf(
      await addPoll(app, moderator, key, {
        questionSq: 'Vazhdojmë?',
        questionEn: 'Shall we go on?',
        kind: 'one',
        shows,
        voters: 'anyone',
        optionsSq: 'Po\nJo',
        optionsEn: 'Yes\nNo',
      }),
    );
    const step = async (what: 'open' | 'close' | 'remove') =>
      valueOf(await stepPoll(app, moderator, key, { poll, step: what }));
    const vote = (choice: '1' | '2', sender = floor.sender()) =>
      voteAtFloor(app, sender, key, { poll, choice: [choice] });
    return { app, key, poll, step, vote };
  }

  test('counts one answer of each browser, the last one, and shows counts from ten up', async () => {
    const { app, key, step, vote } = await polled();
    await expect(vote('1')).rejects.toThrow('not-found');
    await step('open');
    const ana = floor.sender();
    valueOf(await vote('2', ana));
    valueOf(await vote('1', ana));
    for (let voter = 2; voter <= 9; voter += 1) valueOf(await vote('1'));
    floor.later();
    expect((await viewFloor(app, key)).polls).toMatchObject([{ answers: 9, counts: undefined }]);
    valueOf(await vote('2'));
    floor.later();
    expect((await viewFloor(app, key)).polls).toMatchObject([{ answers: 10, counts: [9, 1] }]);
  });

  test('takes no answer once it is closed, and is not opened again', async () => {
    const { app, key, step, vote } = await polled('closed');
    await step('open');
    await viewFloor(app, key);
    await step('close');
    expect(await vote('1')).toMatchObject({ faults: [{ key: 'floor.fault.poll-closed' }] });
    await step('open');
    expect((await viewFloor(app, key)).polls).toMatchObject([{ state: 'closed', answers: 0 }]);
  });

  test('that was opened is not removed', async () => {
    const { app, key, step } = await polled();
    await step('open');
    await step('remove');
    expect((await viewFloor(app, key)).polls).toHaveLength(1);
  });
});

describe('whoever asks for the floor', () => {
  const wish = (name: string, attendance: 'on-site' | 'online' = 'on-site') => ({
    name,
    attendance,
    website: '',
  });

  test('waits once, is called, and comes after those who have not spoken', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const [ana, besa] = [floor.sender(), floor.sender()];
    valueOf(await askToSpeak(app, ana, key, wish('Ana')));
    valueOf(await askToSpeak(app, ana, key, wish('Ana')));
    floor.later();
    const names = async () => (await showFloorWork(app, moderator, key)).queue.map(({ name }) => name);
    expect(await names()).toEqual(['Ana']);
    const [turn] = (await showFloorWork(app, moderator, key)).queue;
    const call = { turn: turn?.id ?? '', step: 'call' as const };
    valueOf(await stepTurn(app, moderator, key, call));
    floor.later(60);
    valueOf(await stepTurn(app, moderator, key, { ...call, step: 'end' }));
    valueOf(await stepTurn(app, moderator, key, call));
    valueOf(await askToSpeak(app, ana, key, wish('Ana')));
    floor.later();
    valueOf(await askToSpeak(app, besa, key, wish('Besa')));
    expect(await names()).toEqual(['Besa', 'Ana']);
    valueOf(await setOrder(app, moderator, key, 'arrival'));
    expect(await names()).toEqual(['Ana', 'Besa']);
    const { spoken, speaking } = await showFloorWork(app, moderator, key);
    expect([spoken, speaking]).toEqual([[{ name: 'Ana', seconds: 60 }], undefined]);
  });

  test('is called while another speaks, whose turn ends then; leaves the line by themselves', async () => {
    const { app, moderator } = floor.get();
    const { key } = await floor.open();
    const [ana, besa, zef] = [floor.sender(), floor.sender(), floor.sender()];
    for (const [sender, name] of [
      [ana, 'Ana'],
      [besa, 'Besa'],
      [zef, 'Zef'],
    ] as const) {
      valueOf(await askToSpeak(app, sender, key, wish(name, 'online')));
      floor.later();
    }
    await leaveQueue(app, zef.browser, key);
    const { queue } = await showFloorWork(app, moderator, key);
    expect(queue.map(({ name }) => name)).toEqual(['Ana', 'Besa']);
    for (const { id } of queue) valueOf(await stepTurn(app, moderator, key, { turn: id, step: 'call' }));
    expect((await viewFloor(app, key)).queue).toEqual({
      speaking: { name: 'Besa', attendance: 'online' },
      next: [],
    });
  });
});

test('who asked for the floor is forgotten a month after the gathering', async () => {
  const { app, moderator } = floor.get();
  const { key } = await floor.open();
  valueOf(await askToSpeak(app, floor.sender(), key, { name: 'Ana', attendance: 'online', website: '' }));
  const waiting = async () => (await showFloorWork(app, moderator, key)).queue.length;
  floor.later(30 * 86_400);
  await forgetLongGone(app);
  expect(await waiting()).toBe(1);
  floor.later(2 * 86_400);
  await forgetLongGone(app);
  expect(await waiting()).toBe(0);
});
