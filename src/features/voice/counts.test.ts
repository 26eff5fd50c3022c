import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers } from './answer.ts';
import { countViews, inOrder, leastOfUnit, leastToSay, weightOf, type CountedAnswer } from './counts.ts';

const anyRow: fc.Arbitrary<CountedAnswer> = fc.record({
  unit: fc.constantFrom('topojë', 'dermenas', 'levan', null),
  answer: fc.constantFrom(...answers),
  n: fc.integer({ min: 0, max: 15 }),
});
const anyRows = fc.array(anyRow, { maxLength: 16 });

function ofUnit(rows: readonly CountedAnswer[], unit: string): number {
  return rows.filter((row) => row.unit === unit).reduce((total, { n }) => total + n, 0);
}

test('a unit is told exactly where at least ten answered there', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const told = countViews(rows).units.map(({ unit }) => unit);
      const enough = ['topojë', 'dermenas', 'levan'].filter((unit) => ofUnit(rows, unit) >= leastOfUnit);
      expect(told.toSorted()).toEqual(enough.toSorted());
    }),
  );
});

test('nobody is counted twice or lost: answers sum to n, and so do the units with what is elsewhere', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { n, counts, units, elsewhere } = countViews(rows);
      const total = (one: typeof counts) => inOrder(one).reduce((sum, row) => sum + row.n, 0);
      expect(n).toBe(rows.reduce((sum, row) => sum + row.n, 0));
      expect(total(counts)).toBe(n);
      for (const unit of units) expect(total(unit.counts)).toBe(unit.n);
      expect(units.reduce((sum, unit) => sum + unit.n, elsewhere)).toBe(n);
      expect(elsewhere).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('in which order people answered makes no difference', () => {
  const shuffled = anyRows.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  const told = (rows: readonly CountedAnswer[]) => {
    const { units, ...rest } = countViews(rows);
    return { ...rest, units: units.toSorted((a, b) => a.unit.localeCompare(b.unit)) };
  };
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      expect(told(others)).toEqual(told(rows));
    }),
  );
});

test('where nobody answered there is nothing to count', () => {
  expect(countViews([])).toEqual({
    n: 0,
    counts: { yes: 0, partly: 0, no: 0, 'do-not-know': 0 },
    units: [],
    elsewhere: 0,
  });
});

test('few answers are said to be few', () => {
  expect([0, 1, leastToSay - 1, leastToSay].map(weightOf)).toEqual(['none', 'few', 'few', 'some']);
});
