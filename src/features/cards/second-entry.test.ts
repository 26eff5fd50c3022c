import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesBetween, errorRateOf, isInSample, settledScores } from './second-entry.ts';

const scores = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 25, maxLength: 25 });

test('every tenth card is entered twice', () => {
  expect([1, 9, 10, 11, 20].filter((number) => isInSample(number, 10))).toEqual([10, 20]);
  expect(isInSample(7, 1)).toBe(true);
});

test('a score that was left out once is a difference', () => {
  expect(differencesBetween([1, 2, null, 4], [1, 3, 3, 4])).toEqual([2, 3]);
});

test('two differences in two cards of four scores are two of eight', () => {
  expect(
    errorRateOf([
      { first: [1, 2, 3, 4], second: [1, 2, 4, 5] },
      { first: [1, 1, 1, 1], second: [1, 1, 1, 1] },
    ]),
  ).toEqual({ cards: 2, scores: 8, differences: 2 });
  expect(errorRateOf([])).toEqual({ cards: 0, scores: 0, differences: 0 });
});

test('differences are the same from both sides, and none is left where the third look decides', () => {
  fc.assert(
    fc.property(scores, scores, (first, second) => {
      const differing = differencesBetween(first, second);
      expect(differencesBetween(second, first)).toEqual(differing);
      const found = new Map(differing.map((position) => [position, second[position - 1] ?? null]));
      expect(settledScores(first, second, found)).toEqual(second);
    }),
  );
});

test('a third look changes nothing where both entries agree', () => {
  expect(settledScores([1, 2], [1, 3], new Map([[1, 5]]))).toEqual([1, null]);
});
