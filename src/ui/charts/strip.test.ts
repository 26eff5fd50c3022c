import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf, stackPoints } from './strip.ts';

const points = fc
  .array(fc.integer({ min: 0, max: 100 }), { maxLength: 80 })
  .map((values) => values.map((percent, index) => ({ key: `k${index}`, label: `k${index}`, percent })));

test('no dot hides another', () => {
  fc.assert(
    fc.property(points, (given) => {
      const placed = stackPoints(given, 4);
      expect(placed).toHaveLength(given.length);
      for (const [index, a] of placed.entries()) {
        for (const b of placed.slice(index + 1)) {
          expect(a.level !== b.level || Math.abs(a.percent - b.percent) >= 4).toBe(true);
        }
      }
    }),
  );
});

test('a dot alone stands on the line', () => {
  expect(stackPoints([{ key: 'a', label: 'A', percent: 40 }], 4)[0]?.level).toBe(0);
});

test('the middle of an even number of values is half-way between two', () => {
  const at = (percent: number) => ({ key: String(percent), label: '', percent });
  expect(medianOf([at(10), at(40), at(20), at(90)])).toBe(30);
  expect(medianOf([at(10), at(90), at(40)])).toBe(40);
  expect(medianOf([])).toBeUndefined();
});
