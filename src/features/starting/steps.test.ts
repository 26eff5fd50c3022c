import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checklistOf, steps, type StartFacts } from './steps.ts';

const nothing: StartFacts = {
  hasMethodology: false,
  hasSigned: false,
  hasDeclared: false,
  people: 1,
  hasMandate: false,
  hasCycle: false,
  units: 0,
  hasTrained: false,
  hasQuestionnaire: false,
  hasSession: false,
};
const facts: fc.Arbitrary<StartFacts> = fc.record({
  hasMethodology: fc.boolean(),
  hasSigned: fc.boolean(),
  hasDeclared: fc.boolean(),
  people: fc.nat({ max: 5 }),
  hasMandate: fc.boolean(),
  hasCycle: fc.boolean(),
  units: fc.nat({ max: 3 }),
  hasTrained: fc.boolean(),
  hasQuestionnaire: fc.boolean(),
  hasSession: fc.boolean(),
});
const doneOf = (given: StartFacts) =>
  checklistOf(given, 'vlore').flatMap(({ step, isDone }) => (isDone ? [step] : []));

test('of a member that has just come, nothing is done, and every step stands there once', () => {
  expect(doneOf(nothing)).toEqual([]);
  expect(checklistOf(nothing, 'vlore').map(({ step }) => step)).toEqual(steps);
});

test('more that the data shows never takes a step back', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const both: StartFacts = {
        hasMethodology: one.hasMethodology || other.hasMethodology,
        hasSigned: one.hasSigned || other.hasSigned,
        hasDeclared: one.hasDeclared || other.hasDeclared,
        people: Math.max(one.people, other.people),
        hasMandate: one.hasMandate || other.hasMandate,
        hasCycle: one.hasCycle || other.hasCycle,
        units: Math.max(one.units, other.units),
        hasTrained: one.hasTrained || other.hasTrained,
        hasQuestionnaire: one.hasQuestionnaire || other.hasQuestionnaire,
        hasSession: one.hasSession || other.hasSession,
      };
      expect(doneOf(both)).toEqual(expect.arrayContaining(doneOf(one)));
    }),
  );
});

test('the first person alone are no people invited, and nothing can be signed before it is published', () => {
  expect(doneOf({ ...nothing, people: 2 })).toEqual(['people']);
  expect(doneOf({ ...nothing, hasSigned: true })).toEqual([]);
});

test('places are added at those of the municipality', () => {
  expect(checklistOf(nothing, 'vlore').find(({ step }) => step === 'places')?.href).toBe(
    '/work/directory/places/vlore',
  );
});
