import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeFigures, noCounts } from './figures.ts';
import { possibleSplits, reconcile } from './reconciliation.ts';

const firstYear = { fully: 17, partly: 58, not: 25, total: 101 };

test('the first year\u2019s 17, 58 and 25 % of 101 can only have been 17, 59 and 25 priorities', () => {
  expect(possibleSplits(firstYear)).toEqual([{ fully: 17, partly: 59, not: 25 }]);
});

test('the published first year differs from ours because rows are missing', () => {
  const ours = computeFigures({ ...noCounts, partly: 9, not: 3 }, { count: 101, is: 'exact' });
  expect(reconcile(firstYear, ours)).toEqual({ kind: 'rows-missing', read: 12, total: 101 });
});

test('a split that our rows have is the same', () => {
  const ours = computeFigures({ ...noCounts, partly: 3, not: 2 }, { count: 5, is: 'exact' });
  expect(reconcile({ fully: 0, partly: 60, not: 40, total: 5 }, ours)).toEqual({ kind: 'same' });
  expect(reconcile({ fully: 0, partly: 80, not: 20, total: 5 }, ours)).toEqual({ kind: 'unexplained' });
});

test('the percentages of any real split are explained by it', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (fully, partly, not) => {
      const total = fully + partly + not;
      if (total === 0) return;
      const percent = (n: number) => Math.round((n * 100) / total);
      const found = possibleSplits({
        fully: percent(fully),
        partly: percent(partly),
        not: percent(not),
        total,
      });
      expect(found).toContainEqual({ fully, partly, not });
    }),
  );
});
