import { expect, test } from 'vitest';
import { idsOf } from './content.fixture.ts';
import { readContract } from './contract.ts';
import { readForum } from './forum.ts';

const { candidates, answers, questions, slots, signatures } = readForum();

test('four candidates, each with an answer or its lack for each priority, in an order by lot', () => {
  expect(candidates).toHaveLength(4);
  expect(candidates.map(({ lot }) => lot).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  for (const { id } of candidates) {
    const own = answers.filter(({ candidate }) => candidate === id);
    expect(own.map(({ priority }) => priority)).toEqual(idsOf(readContract('').priorities));
  }
});

test('every kind of answer is there; reservations and refusals are in their words', () => {
  expect(new Set(answers.map(({ answer }) => answer)).size).toBe(5);
  for (const { answer, words_sq } of answers) {
    if (answer === 'reservation' || answer === 'declines') expect(words_sq).not.toBe('');
    if (answer === 'absent' || answer === 'no-answer') expect(words_sq).toBe('');
  }
});

test('ten questions, six of them answered by one of the candidates', () => {
  expect(questions).toHaveLength(10);
  const answered = questions.filter(({ answer_sq }) => answer_sq !== '');
  expect(answered).toHaveLength(6);
  for (const { answered_by, answer_sq } of questions) expect(answered_by !== '').toBe(answer_sq !== '');
  for (const { answered_by } of answered) expect(idsOf(candidates)).toContain(answered_by);
});

test('turns go by lot; nobody speaks much longer than the slot; one leaves before the last round', () => {
  const { forum } = readForum();
  const byLot = candidates.toSorted((a, b) => a.lot - b.lot).map(({ id }) => id);
  const spoken = slots.map(({ candidate }) => candidate);
  expect(spoken.slice(0, 4)).toEqual(byLot);
  expect(new Set(spoken.slice(4, 8))).toEqual(new Set(byLot));
  expect(spoken.slice(8)).toHaveLength(3);
  for (const { seconds } of slots) expect(seconds).toBeLessThanOrEqual(forum.slot_seconds + 5);
});

test('signed, pledged, declined with the reason, expected on a day: one of each at least', () => {
  const states = new Set(signatures.map(({ state }) => state));
  for (const state of ['invited', 'signed', 'pledged', 'declined', 'expected'])
    expect(states).toContain(state);
  for (const { signatory, who, state, reason_sq, expected_day } of signatures) {
    expect(idsOf(candidates).includes(who)).toBe(signatory === 'candidate');
    expect(reason_sq !== '').toBe(state === 'declined');
    expect(expected_day !== null).toBe(state === 'expected');
  }
});
