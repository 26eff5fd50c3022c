import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { addGrant } from '#testing/factories.ts';
import { answerForm, questionForm } from '../schema.ts';
import { useExperiences, valueOf } from './experiences.fixture.ts';
import { tellQuestions } from './question-digest.ts';
import {
  answerQuestion,
  askQuestion,
  closeQuestion,
  listQuestions,
  listQuestionTasks,
  sayHelped,
  showQuestion,
} from './questions.ts';

const world = useExperiences();
const code = (wanted: string) => expect.objectContaining({ code: wanted });

const question = (given: Record<string, unknown> = {}) =>
  questionForm.parse({
    title: 'Sa zgjat një dëgjesë?',
    body: 'Na shkon gjatë.',
    language: 'sq',
    once: randomUUID(),
    ...given,
  });
const answer = () => answerForm.parse({ body: 'Dy orë mjaftojnë.', language: 'sq', once: randomUUID() });

async function mailsTo(actor: Actor): Promise<number> {
  const { rows } = await world.app.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM mail_outbox JOIN account ON account.email = recipient WHERE account.id = $1',
    [actor.kind === 'account' ? actor.id : ''],
  );
  return rows[0]?.n ?? 0;
}

async function granted(role: 'editor' | 'facilitator', where: 'fier' | 'vlora'): Promise<Actor> {
  const actor = await world.person(role, where);
  if (actor.kind !== 'account') throw new Error('an account');
  const { organisation } = world.place(where);
  await addGrant(world.app.db, {
    account_id: actor.id,
    role,
    organisation_id: organisation,
    since: '2026-01-01',
  });
  return actor;
}

test('questions are among members and town halls: nobody else reads, asks or answers', async () => {
  const asker = await world.person('municipality-contact', 'vlora');
  const { id } = valueOf(await askQuestion(world.app, asker, question()));
  const resident: Actor = { kind: 'account', id: randomUUID(), grants: [], awaitsSecondFactor: false };
  for (const other of [nobody, resident, await world.person('administrator')]) {
    await expect(listQuestions(world.app, other)).rejects.toEqual(code('forbidden'));
    await expect(showQuestion(world.app, other, id)).rejects.toEqual(code('forbidden'));
    await expect(askQuestion(world.app, other, question())).rejects.toEqual(code('forbidden'));
    await expect(answerQuestion(world.app, other, id, answer())).rejects.toEqual(code('forbidden'));
    expect(await listQuestionTasks(world.app, other)).toEqual([]);
  }
  expect((await showQuestion(world.app, await world.person('monitor'), id)).question.title).toContain(
    'dëgjesë',
  );
});

test('a question about an experience goes to those who told it, and waits for them until somebody answers', async () => {
  const teller = await granted('facilitator', 'fier');
  const other = await granted('editor', 'vlora');
  const asker = await world.person('facilitator', 'korca');
  const asked = question({ experience: world.experience.id });
  const { id } = valueOf(await askQuestion(world.app, asker, asked));
  expect(valueOf(await askQuestion(world.app, asker, asked))).toEqual({ id });
  expect([await mailsTo(teller), await mailsTo(other)]).toEqual([1, 0]);
  const waits = async (actor: Actor) =>
    (await listQuestionTasks(world.app, actor)).some(({ href }) => href.endsWith(id));
  expect([await waits(teller), await waits(other), await waits(asker)]).toEqual([true, false, false]);
  const reply = answer();
  valueOf(await answerQuestion(world.app, teller, id, reply));
  valueOf(await answerQuestion(world.app, teller, id, reply));
  expect(await waits(teller)).toBe(false);
  expect(await mailsTo(asker)).toBe(1);
  expect((await showQuestion(world.app, asker, id)).answers).toHaveLength(1);
});

test('the asker alone says which answer helped; a later word takes the place of the earlier', async () => {
  const asker = await world.person('editor', 'vlora');
  const { id } = valueOf(await askQuestion(world.app, asker, question()));
  const first = await world.person('editor', 'fier');
  const second = await world.person('monitor', 'korca');
  valueOf(await answerQuestion(world.app, first, id, answer()));
  valueOf(await answerQuestion(world.app, second, id, answer()));
  const { answers } = await showQuestion(world.app, asker, id);
  const ids = answers.map((one) => one.id);
  await expect(sayHelped(world.app, first, id, ids[0] ?? '')).rejects.toEqual(code('forbidden'));
  await expect(sayHelped(world.app, asker, id, randomUUID())).rejects.toEqual(code('not-found'));
  await sayHelped(world.app, asker, id, ids[0] ?? '');
  await sayHelped(world.app, asker, id, ids[1] ?? '');
  const now = await showQuestion(world.app, asker, id);
  expect(now.answers.filter(({ helped }) => helped).map((one) => one.id)).toEqual([ids[1]]);
  expect(await mailsTo(second)).toBe(1);
});

test('nobody asks more than ten times a day', async () => {
  const asker = await world.person('monitor', 'vlora');
  for (let count = 0; count < 10; count += 1) valueOf(await askQuestion(world.app, asker, question()));
  expect(await askQuestion(world.app, asker, question())).toMatchObject({ kind: 'refused' });
});

test('what asks everyone is told once, in one letter a day to each, and not to whoever asked', async () => {
  const day = { day: '2026-11-26' };
  await tellQuestions.perform(world.app, day);
  const [asker, other] = [await granted('editor', 'vlora'), await granted('editor', 'fier')];
  const facilitator = await granted('facilitator', 'fier');
  for (const title of ['E para', 'E dyta']) valueOf(await askQuestion(world.app, asker, question({ title })));
  const before = [await mailsTo(asker), await mailsTo(other), await mailsTo(facilitator)];
  expect(before).toEqual([0, 0, 0]);
  await tellQuestions.perform(world.app, day);
  await tellQuestions.perform(world.app, day);
  expect([await mailsTo(asker), await mailsTo(other), await mailsTo(facilitator)]).toEqual([0, 1, 0]);
});

test('a question that its asker closed takes no answers, waits for nobody and is told to nobody', async () => {
  const asker = await granted('editor', 'vlora');
  const other = await granted('editor', 'fier');
  const { id } = valueOf(await askQuestion(world.app, asker, question()));
  await expect(closeQuestion(world.app, other, id)).rejects.toEqual(code('forbidden'));
  await expect(closeQuestion(world.app, nobody, id)).rejects.toEqual(code('forbidden'));
  const tasksBefore = await listQuestionTasks(world.app, other);
  await closeQuestion(world.app, asker, id);
  await closeQuestion(world.app, asker, id);
  expect(await answerQuestion(world.app, other, id, answer())).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'question.fault.closed' }],
  });
  expect(await listQuestionTasks(world.app, other)).not.toEqual(tasksBefore);
  await tellQuestions.perform(world.app, { day: '2026-11-26' });
  expect(await mailsTo(other)).toBe(0);
});
