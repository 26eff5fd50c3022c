import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorUnits, typedAmount } from './experience.ts';

test.each([
  ['12500', 1_250_000],
  ['12 500', 1_250_000],
  ['12500,5', 1_250_050],
  ['0.05', 5],
])('%s is %d in the smallest unit', (typed, minor) => {
  expect(minorUnits(typed)).toBe(minor);
});

test.each(['', 'një milion', '-3', '1.234.567', '1e5', '12.345'])('%j is no amount', (typed) => {
  expect(minorUnits(typed)).toBeUndefined();
});

test('an amount is typed as it is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (minor) => {
      expect(minorUnits(typedAmount(minor))).toBe(minor);
    }),
  );
});
