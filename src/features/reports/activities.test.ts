import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBands, sexes } from '#features/listening/attendance.ts';
import { tabulate } from './activities.ts';

const people = fc.array(
  fc.record({
    sex: fc.constantFrom(...sexes),
    ageBand: fc.constantFrom(...ageBands),
    people: fc.integer({ min: 1, max: 500 }),
  }),
);

test('everyone who was counted stands in one cell, and the sums of rows and columns agree', () => {
  fc.assert(
    fc.property(people, (given) => {
      const table = tabulate(given);
      const all = given.reduce((sum, one) => sum + one.people, 0);
      expect(table.total).toBe(all);
      expect(table.totals.reduce((sum, one) => sum + one, 0)).toBe(all);
      expect(table.rows.reduce((sum, row) => sum + row.total, 0)).toBe(all);
      for (const row of table.rows) expect(row.counts.reduce((sum, one) => sum + one, 0)).toBe(row.total);
    }),
  );
});

test('a sex or age under which nobody was counted has no column or row', () => {
  const table = tabulate([{ sex: 'women', ageBand: '65-plus', people: 4 }]);
  expect(table.sexes).toEqual(['women']);
  expect(table.rows).toEqual([{ ageBand: '65-plus', counts: [4], total: 4 }]);
});
