import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFigures, noCounts, type Figures } from './figures.ts';
import { apportion } from './largest-remainder.ts';
import { possibleSplits, reconcile, reconcileValue, type PublishedValue } from './reconciliation.ts';

const firstYear = { fully: 17, partly: 58, not: 25, total: 101 };
const published: PublishedValue = {
  measure: 'addressed',
  value: 0,
  unit: 'percent',
  qualifier: 'exact',
  outOf: null,
};

function read(counts: { fully?: number; partly?: number; not?: number }, of: number): Figures {
  return computeFigures({ ...noCounts, ...counts }, { count: of, is: 'exact' });
}

describe('what published percentages can have been made of', () => {
  test('17, 58 and 25 % of 101: only 17, 59 and 25 priorities', () => {
    expect(possibleSplits(firstYear)).toEqual([{ fully: 17, partly: 59, not: 25 }]);
  });

  test('17, 58 and 25 of 101 are not that: they make 100', () => {
    expect(possibleSplits({ ...firstYear, total: 100 })).toContainEqual({ fully: 17, partly: 58, not: 25 });
    expect(possibleSplits({ fully: 17, partly: 57, not: 25, total: 101 })).toEqual([]);
  });

  test('percentages that sum to nothing like 100 are made of nothing', () => {
    expect(possibleSplits({ fully: 50, partly: 50, not: 50, total: 101 })).toEqual([]);
    expect(possibleSplits({ ...firstYear, total: null })).toEqual([]);
  });

  test('any real split explains its own percentages, whatever their decimals', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.nat(60),
        fc.constantFrom(0, 1),
        (fully, partly, not, decimals) => {
          const total = fully + partly + not;
          fc.pre(total > 0);
          const percent = (n: number) => Number(((n * 100) / total).toFixed(decimals));
          const found = possibleSplits({
            fully: percent(fully),
            partly: percent(partly),
            not: percent(not),
            total,
          });
          expect(found).toContainEqual({ fully, partly, not });
        },
      ),
    );
  });

  test('every split found sums to the total and rounds to the percentages', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 300 }), (fully, partly, total) => {
        const not = 100 - fully - partly;
        fc.pre(not >= 0);
        for (const split of possibleSplits({ fully, partly, not, total })) {
          expect(split.fully + split.partly + split.not).toBe(total);
          expect(Math.abs((split.fully * 100) / total - fully)).toBeLessThanOrEqual(0.5);
          expect(Math.abs((split.partly * 100) / total - partly)).toBeLessThanOrEqual(0.5);
          expect(Math.abs((split.not * 100) / total - not)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });

  test('a total of hundreds of thousands is not searched through', () => {
    expect(possibleSplits({ ...firstYear, total: 400_000 })).toHaveLength(100);
  });
});

describe('a published split beside ours', () => {
  test('rows are missing: 12 of the 101 of the first year', () => {
    expect(reconcile(firstYear, read({ partly: 9, not: 3 }, 101))).toEqual({
      kind: 'rows-missing',
      read: 12,
      total: 101,
    });
  });

  test('rows are missing where no total was published and ours are not all there', () => {
    expect(reconcile({ ...firstYear, total: null }, read({ partly: 9 }, 101)).kind).toBe('rows-missing');
  });

  test('the same percentages, and the same counts', () => {
    const fier = read({ partly: 3, not: 2 }, 5);
    expect(reconcile({ fully: 0, partly: 60, not: 40, total: 5 }, fier)).toEqual({ kind: 'same' });
    expect(reconcile({ fully: 0, partly: 3, not: 2, total: 5, unit: 'count' }, fier)).toEqual({
      kind: 'same',
    });
    const durres = computeFigures({ ...noCounts, partly: 6, not: 1 }, { count: 7, is: 'at-least' });
    expect(reconcile({ fully: 0, partly: 6, not: 1, total: 7, unit: 'count' }, durres)).toEqual({
      kind: 'same',
    });
  });

  test('the same counts with other decimals differ by rounding', () => {
    expect(reconcile(firstYear, read({ fully: 17, partly: 59, not: 25 }, 101))).toEqual({ kind: 'rounding' });
  });

  test('anything else is not explained by the rows', () => {
    const ours = read({ partly: 3, not: 2 }, 5);
    expect(reconcile({ fully: 0, partly: 80, not: 20, total: 5 }, ours)).toEqual({ kind: 'unexplained' });
    expect(reconcile({ fully: 0, partly: 4, not: 1, total: 5, unit: 'count' }, ours)).toEqual({
      kind: 'unexplained',
    });
  });

  test('a split that was rounded from our own counts is never unexplained', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (fully, partly, not) => {
        const total = fully + partly + not;
        fc.pre(total > 0);
        const [a = 0, b = 0, c = 0] = [fully, partly, not].map((n) => Math.round((n * 100) / total));
        const { kind } = reconcile(
          { fully: a, partly: b, not: c, total },
          read({ fully, partly, not }, total),
        );
        expect(['same', 'rounding']).toContain(kind);
      }),
    );
  });

  test('a split by largest remainder of our own counts is never unexplained', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (fully, partly, not) => {
        const total = fully + partly + not;
        fc.pre(total > 0);
        const [a = 0, b = 0, c = 0] = apportion([fully, partly, not]);
        const { kind } = reconcile(
          { fully: a, partly: b, not: c, total },
          read({ fully, partly, not }, total),
        );
        expect(['same', 'rounding']).toContain(kind);
      }),
    );
  });
});

describe('a single published figure beside ours', () => {
  test('"addressed" does not say in which sense, whatever our rows give', () => {
    expect(reconcileValue({ ...published, value: 76 }, read({}, 20))).toEqual({
      kind: 'sense-not-stated',
      fits: [],
    });
    const ours = read({ fully: 3, partly: 16, not: 6 }, 25);
    expect(reconcileValue({ ...published, value: 76 }, ours)).toEqual({
      kind: 'sense-not-stated',
      fits: ['at-least-partly'],
    });
    // Rows that happen to give it do not, as long as others are missing.
    expect(reconcileValue({ ...published, value: 76, outOf: 30 }, ours)).toMatchObject({ fits: [] });
    expect(reconcileValue({ ...published, value: 12 }, ours)).toEqual({
      kind: 'sense-not-stated',
      fits: ['fully'],
    });
  });

  test('101 priorities, of which 24 stand in the record', () => {
    const ours = computeFigures(
      { ...noCounts, partly: 9, not: 3, notAssessed: 12 },
      { count: 101, is: 'exact' },
    );
    const priorities: PublishedValue = { ...published, measure: 'priorities', value: 101, unit: 'count' };
    expect(reconcileValue(priorities, ours)).toEqual({ kind: 'rows-missing', read: 24, total: 101 });
    expect(reconcileValue({ ...priorities, value: 24 }, ours)).toEqual({ kind: 'same' });
    expect(reconcileValue({ ...priorities, value: 20 }, ours)).toEqual({ kind: 'unexplained' });
    expect(reconcileValue({ ...priorities, value: 20, qualifier: 'over' }, ours)).toEqual({ kind: 'same' });
    expect(reconcileValue({ ...priorities, value: 24, qualifier: 'at-least' }, ours)).toEqual({
      kind: 'same',
    });
    expect(reconcileValue({ ...priorities, value: 24, qualifier: 'over' }, ours)?.kind).toBe('rows-missing');
  });

  test('one status, as count or as percentage', () => {
    const ours = read({ fully: 17, partly: 59, not: 25 }, 101);
    const partly: PublishedValue = { ...published, measure: 'partly', value: 58, outOf: 101 };
    expect(reconcileValue(partly, ours)).toEqual({ kind: 'rounding' });
    expect(reconcileValue({ ...partly, value: 58.4 }, ours)).toEqual({ kind: 'same' });
    expect(reconcileValue({ ...partly, value: 57 }, ours)).toEqual({ kind: 'unexplained' });
    expect(reconcileValue({ ...partly, value: 59, unit: 'count' }, ours)).toEqual({ kind: 'same' });
    expect(reconcileValue(partly, read({ partly: 9 }, 101))).toMatchObject({ kind: 'rows-missing', read: 9 });
  });

  test('what is not counted in rows is not reconciled', () => {
    expect(
      reconcileValue({ ...published, measure: 'forums', value: 8, unit: 'count' }, read({}, 5)),
    ).toBeUndefined();
  });
});
