import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summaryOf } from './summary.ts';

test('six scores, computed by hand: 1, 2, 3, 4, 5, 5', () => {
  // Mean 20 / 6; squared distances from it sum to 13 1/3, over 5 is 2 2/3; quartiles at the places 2.25, 3.5 and 4.75.
  const summary = summaryOf([5, 1, 3, 5, 2, 4]);
  expect(summary).toEqual({
    n: 6,
    mean: expect.closeTo(10 / 3, 10),
    deviation: expect.closeTo(Math.sqrt(8 / 3), 10),
    lowerQuartile: 2.25,
    median: 3.5,
    upperQuartile: 4.75,
  });
});

test('one score has no spread', () => {
  expect(summaryOf([3])).toBeUndefined();
  expect(summaryOf([])).toBeUndefined();
});

test('a summary stays inside its scores, whatever their order, and moves with the scale', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 60 }), (scores) => {
      const summary = summaryOf(scores);
      expect(summary).toEqual(summaryOf(scores.toReversed()));
      if (!summary) return;
      const order = [
        Math.min(...scores),
        summary.lowerQuartile,
        summary.median,
        summary.upperQuartile,
        Math.max(...scores),
      ];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const moved = summaryOf(scores.map((score) => score + 1));
      expect(moved?.mean).toBeCloseTo(summary.mean + 1, 9);
      expect(moved?.deviation).toBeCloseTo(summary.deviation, 9);
    }),
  );
});
