import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from './largest-remainder.ts';

const counts = fc
  .array(fc.nat(400_000), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some((n) => n > 0));
const decimals = fc.constantFrom(0 as const, 1 as const);

function inUnits(shares: readonly number[], places: number): number[] {
  return shares.map((value) => Math.round(value * 10 ** places));
}

describe('largest remainder', () => {
  test('the shares sum to exactly 100 as shown', () => {
    fc.assert(
      fc.property(counts, decimals, (given, places) => {
        const sum = inUnits(apportion(given, places), places).reduce((all, value) => all + value, 0);
        expect(sum).toBe(100 * 10 ** places);
      }),
    );
  });

  test('each share stands less than one unit from the exact one', () => {
    fc.assert(
      fc.property(counts, decimals, (given, places) => {
        const total = given.reduce((sum, count) => sum + count, 0);
        apportion(given, places).forEach((value, index) => {
          const exact = ((given[index] ?? 0) / total) * 100;
          expect(Math.abs(value - exact) * 10 ** places).toBeLessThan(1);
        });
      }),
    );
  });

  test('nothing has no share, and the larger count never the smaller share', () => {
    fc.assert(
      fc.property(counts, decimals, (given, places) => {
        const shares = apportion(given, places);
        given.forEach((count, index) => {
          if (count === 0) expect(shares[index]).toBe(0);
          given.forEach((other, at) => {
            if (count > other) expect(shares[index]).toBeGreaterThanOrEqual(shares[at] ?? 0);
          });
        });
      }),
    );
  });

  test('the order of the counts changes nothing but who wins a tie', () => {
    fc.assert(
      fc.property(counts, decimals, fc.infiniteStream(fc.nat()), (given, places, keys) => {
        const shuffled = given
          .map((count, index) => ({ count, index, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key);
        const before = given.map((count, index) => `${count}:${apportion(given, places)[index]}`);
        const order = shuffled.map(({ count }) => count);
        const after = order.map((count, index) => `${count}:${apportion(order, places)[index]}`);
        expect(after.toSorted()).toEqual(before.toSorted());
      }),
    );
  });

  test('equal remainders go to the larger count, then to the earlier', () => {
    expect(apportion([1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion([1, 5, 2])).toEqual([12, 63, 25]);
    expect(apportion([1, 1, 1, 1, 1, 1])).toEqual([17, 17, 17, 17, 16, 16]);
  });

  test('17, 59 and 25 of 101 are shown as 17, 58 and 25 per cent', () => {
    expect(apportion([17, 59, 25])).toEqual([17, 58, 25]);
    expect(apportion([17, 59, 25], 1)).toEqual([16.8, 58.4, 24.8]);
  });

  test('nothing in all is nothing each, not NaN', () => {
    expect(apportion([0, 0, 0])).toEqual([0, 0, 0]);
    expect(apportion([])).toEqual([]);
  });
});
