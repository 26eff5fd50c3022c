import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

test('the quartiles of a known list', () => {
  expect(spreadOf([40, 10, 20, 30])).toEqual({
    n: 4,
    least: 10,
    lowerQuartile: 17.5,
    median: 25,
    upperQuartile: 32.5,
    most: 40,
  });
  expect(spreadOf([])).toBeUndefined();
});

test('the five numbers are in order, whatever the order of the municipalities', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (shares) => {
      const spread = spreadOf(shares);
      expect(spreadOf(shares.toReversed())).toEqual(spread);
      if (!spread) throw new Error('no spread');
      const five = [spread.least, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.most];
      expect(five).toEqual(five.toSorted((a, b) => a - b));
    }),
  );
});
