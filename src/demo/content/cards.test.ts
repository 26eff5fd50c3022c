import { expect, test } from 'vitest';
import { idsOf, recordKeys } from './content.fixture.ts';
import { readCards, readQuestionnaire } from './cards.ts';
import { readListening } from './listening.ts';

const { issues, batches, cards, secondEntries } = readCards();
const { sessions, attendance } = readListening('');

test('25 issues in four fields, on a scale from 1 to 5', () => {
  expect(issues.map(({ position }) => position)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  expect(new Set(issues.map(({ field }) => field)).size).toBe(4);
  for (const { scores } of [...cards, ...secondEntries]) {
    expect(scores).toHaveLength(25);
    for (const score of scores) expect(score).toMatch(/^[1-5]?$/);
  }
});

test('120 cards, each number once in its session, never more than people of that sex and age came', () => {
  expect(cards).toHaveLength(120);
  expect(new Set(cards.map(({ session, number }) => `${session}/${number}`)).size).toBe(120);
  const units = recordKeys('administrative-units');
  for (const { session, unit, sex, age_band } of cards) {
    expect(idsOf(sessions)).toContain(session);
    expect(units).toContain(unit);
    const alike = cards.filter(
      (one) => one.session === session && one.sex === sex && one.age_band === age_band,
    );
    const came = attendance.find(
      (one) => one.session === session && one.sex === sex && one.age_band === age_band,
    );
    if (sex !== '' && age_band !== '') expect(alike.length).toBeLessThanOrEqual(came?.people ?? 0);
  }
});

test('what was entered twice is a card of the sample; some of it differs, and one still waits', () => {
  const sample = cards.filter(({ session, number }) => {
    const batch = batches.find((one) => one.session === session);
    return batch !== undefined && number % batch.second_every === 0;
  });
  const find = (session: string, number: number) =>
    sample.find((card) => card.session === session && card.number === number);
  const differing = secondEntries.filter(
    ({ session, number, scores }) => find(session, number)?.scores.join() !== scores.join(),
  );
  for (const { session, number } of secondEntries) expect(find(session, number)).toBeDefined();
  expect(differing.length).toBeGreaterThan(0);
  expect(sample).toHaveLength(secondEntries.length + 1);
});

test('each group agreed on three different issues', () => {
  for (const { first, second, third } of batches) expect(new Set([first, second, third]).size).toBe(3);
});

test('forty answers, by the choices that the questionnaire offers, as many as its session counted', () => {
  const { questionnaire, answers } = readQuestionnaire();
  expect(answers).toHaveLength(40);
  expect(sessions.find(({ id }) => id === questionnaire.session)?.participants).toBe(40);
  const offered = questionnaire.questions.map((question) =>
    question.kind === 'choice' ? idsOf(question.options) : [],
  );
  for (const { q1, q2, q3, day } of answers) {
    expect(offered[0]).toContain(q1);
    expect(offered[1]).toEqual(expect.arrayContaining(q2));
    expect(q3).toMatch(/^[1-5]?$/);
    expect(day >= questionnaire.opens && day <= questionnaire.closes).toBe(true);
  }
});
