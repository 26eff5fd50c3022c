import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './largest-remainder.ts';

const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }).filter((list) => list.some((n) => n > 0));

test('shares as shown sum to 100', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(0 as const, 1 as const), (list, decimals) => {
      const sum = apportion(list, decimals).reduce((total, share) => total + Math.round(share * 10), 0);
      expect(sum).toBe(1000);
    }),
  );
});

test('no share is a whole unit or more from the exact one', () => {
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((a, b) => a + b, 0);
      apportion(list).forEach((share, i) => expect(Math.abs(share - ((list[i] ?? 0) * 100) / total)).toBeLessThan(1));
    }),
  );
});

test('a larger count never has the smaller share', () => {
  fc.assert(
    fc.property(counts, (list) => {
      const shares = apportion(list);
      list.forEach((a, i) =>
        list.forEach((b, j) => {
          if (a > b) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0);
        }),
      );
    }),
  );
});

test('the known cases', () => {
  expect(apportion([1, 1, 1])).toEqual([34, 33, 33]);
  expect(apportion([0, 3, 2])).toEqual([0, 60, 40]);
  expect(apportion([17, 59, 25], 1)).toEqual([16.8, 58.4, 24.8]);
  expect(apportion([0, 0])).toEqual([0, 0]);
});
