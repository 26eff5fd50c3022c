import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countStatuses } from './counts.ts';
import {
  addCounts,
  comparisonOf,
  computeFigures,
  decimalsFor,
  noCounts,
  type Figures,
  type StatusCounts,
} from './figures.ts';
import type { FrozenSize } from './frozen-size.ts';
import { shareBarOf } from './share-bar.ts';
import { publishedStatuses, type PublishedStatus } from './status.ts';

type Row = { status: PublishedStatus; contested: boolean } | undefined;

const anyRow: fc.Arbitrary<Row> = fc.option(
  fc.record({ status: fc.constantFrom(...publishedStatuses), contested: fc.boolean() }),
  { nil: undefined },
);
/** The priorities in the record, and how many more the contract has. */
const anyContract = fc.record({ rows: fc.array(anyRow, { maxLength: 120 }), absent: fc.nat(60) });

function exactly(count: number): FrozenSize {
  return { count, is: 'exact' };
}

function figuresOf({ rows, absent }: { rows: readonly Row[]; absent: number }): Figures {
  return computeFigures(countStatuses(rows), exactly(rows.length + absent));
}

function indicatorsOf({ fullyAddressed, atLeastPartlyAddressed }: Figures) {
  return [fullyAddressed, atLeastPartlyAddressed] as const;
}

describe('the denominator', () => {
  test('is every priority of the contract but those whose wording cannot be tested', () => {
    fc.assert(
      fc.property(anyContract, ({ rows, absent }) => {
        const figures = figuresOf({ rows, absent });
        const outside = rows.filter((row) => row?.status === 'not-assessable').length;
        const unread = rows.filter((row) => row === undefined).length;
        expect(figures.denominator).toBe(rows.length + absent - outside);
        expect(figures.notInRecord).toBe(absent);
        expect(figures.missing).toBe(absent + unread);
        expect(figures.read).toBe(rows.length - unread);
      }),
    );
  });

  test('is frozen: however many priorities have been read, it stays', () => {
    const read = [1, 3, 10].map((partly) => computeFigures({ ...noCounts, partly }, exactly(10)));
    expect(read.map(({ denominator }) => denominator)).toEqual([10, 10, 10]);
    expect(read.map(({ shares }) => shares?.partly)).toEqual([10, 30, 100]);
    expect(read.map(({ notInRecord }) => notInRecord)).toEqual([9, 7, 0]);
  });

  test('holds what has no data, and not what cannot be assessed', () => {
    const figures = computeFigures({ ...noCounts, fully: 1, noData: 1, notAssessable: 3 }, exactly(5));
    expect(figures).toMatchObject({ denominator: 2, basis: 'whole', comparable: true, read: 5 });
    expect(figures.shares).toEqual({ fully: 50, partly: 0, not: 0, noData: 50, missing: 0 });
    expect(figures.fullyAddressed.bounds).toEqual({ low: 1, high: 2 });
  });
});

describe('shares', () => {
  test('sum to 100 as shown', () => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        const figures = figuresOf(contract);
        const bar = shareBarOf(figures);
        expect(bar.counts.reduce((sum, { count }) => sum + count, 0)).toBe(figures.denominator);
        if (!figures.shares) {
          expect(bar.percents).toEqual([]);
          return;
        }
        expect(bar.percents).toEqual(Object.values(figures.shares));
        expect(bar.percents.reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000);
      }),
    );
  });

  test('have no decimals under 50 items', () => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        const { denominator, shares, decimals, atLeastPartlyAddressed } = figuresOf(contract);
        expect(decimals).toBe(denominator < 50 ? 0 : 1);
        for (const share of [...Object.values(shares ?? {}), atLeastPartlyAddressed.share ?? 0])
          expect(share).toBe(Number(share.toFixed(decimals)));
      }),
    );
    expect([0, 49, 50, 400_000].map(decimalsFor)).toEqual([0, 0, 1, 1]);
  });

  test('nothing assessed has no share: not zero, not NaN', () => {
    for (const counts of [noCounts, { ...noCounts, notAssessed: 4 }, { ...noCounts, notAssessable: 3 }]) {
      const figures = computeFigures(counts, { count: null, is: null });
      expect(figures).toMatchObject({ basis: 'none', shares: null, comparable: false });
      for (const indicator of indicatorsOf(figures))
        expect(indicator).toMatchObject({ count: 0, share: null, boundShares: null });
    }
  });
});

describe('the two indicators', () => {
  test('17, 59 and 25 of 101: "at least partly" is what the shown shares sum to', () => {
    const figures = computeFigures({ ...noCounts, fully: 17, partly: 59, not: 25 }, exactly(101));
    expect(figures.shares).toEqual({ fully: 16.8, partly: 58.4, not: 24.8, noData: 0, missing: 0 });
    expect(figures.fullyAddressed).toMatchObject({ count: 17, share: 16.8 });
    expect(figures.atLeastPartlyAddressed).toMatchObject({ count: 76, share: 75.2 });
  });

  test('bounds stand around what is shown, within nothing and all', () => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        const figures = figuresOf(contract);
        const [fully, partly] = indicatorsOf(figures);
        expect(partly.count).toBeGreaterThanOrEqual(fully.count);
        for (const { count, share, bounds, boundShares } of [fully, partly]) {
          expect(bounds.low).toBeGreaterThanOrEqual(0);
          expect(bounds.low).toBeLessThanOrEqual(count);
          expect(bounds.high).toBeGreaterThanOrEqual(count);
          expect(bounds.high).toBeLessThanOrEqual(figures.denominator);
          expect(boundShares === null).toBe(share === null);
          expect(boundShares?.low ?? 0).toBeLessThanOrEqual(share ?? 0);
          expect(boundShares?.high ?? 100).toBeGreaterThanOrEqual(share ?? 0);
        }
      }),
    );
  });

  test('however the open priorities are resolved, the count stays within the bounds', () => {
    fc.assert(
      fc.property(anyContract, fc.infiniteStream(fc.nat(2)), ({ rows, absent }, draw) => {
        const resolved = [...rows, ...Array<Row>(absent).fill(undefined)].map((row): Row => {
          if (row?.status === 'not-assessable') return row;
          if (row && !row.contested && row.status !== 'no-data') return row;
          const status = (['fully', 'partly', 'not'] as const)[draw.next().value ?? 0] ?? 'not';
          return { status, contested: false };
        });
        const after = indicatorsOf(figuresOf({ rows: resolved, absent: 0 }));
        indicatorsOf(figuresOf({ rows, absent })).forEach(({ bounds }, index) => {
          expect(after[index]?.count).toBeGreaterThanOrEqual(bounds.low);
          expect(after[index]?.count).toBeLessThanOrEqual(bounds.high);
        });
      }),
    );
  });

  test('one contested and one without data, of ten', () => {
    const counts = { ...noCounts, fully: 5, not: 4, noData: 1, contested: 1 };
    expect(computeFigures(counts, exactly(10)).fullyAddressed).toEqual({
      count: 5,
      share: 50,
      bounds: { low: 4, high: 7 },
      boundShares: { low: 40, high: 70 },
    });
  });

  test('nothing open: the bounds are the figure itself', () => {
    const counts = { ...noCounts, fully: 1, partly: 1, not: 1 };
    expect(computeFigures(counts, exactly(3)).fullyAddressed).toMatchObject({
      share: 34,
      bounds: { low: 1, high: 1 },
      boundShares: { low: 34, high: 34 },
    });
  });
});

describe('what is comparable', () => {
  test('only where every priority of the contract has a status', () => {
    fc.assert(
      fc.property(anyContract, ({ rows, absent }) => {
        const { comparable, denominator } = figuresOf({ rows, absent });
        expect(comparable).toBe(denominator > 0 && absent === 0 && rows.every((row) => row !== undefined));
      }),
    );
  });

  test('Fier, first year: 0, 3 and 2 of 5', () => {
    const figures = computeFigures({ ...noCounts, partly: 3, not: 2 }, exactly(5));
    expect(figures).toMatchObject({ basis: 'whole', comparable: true, denominator: 5 });
    expect(figures.shares).toEqual({ fully: 0, partly: 60, not: 40, noData: 0, missing: 0 });
    expect(figures.fullyAddressed).toMatchObject({ count: 0, share: 0 });
    expect(figures.atLeastPartlyAddressed).toMatchObject({
      count: 3,
      share: 60,
      bounds: { low: 3, high: 3 },
    });
  });

  test('Durrës, at least 7 of which 7 can be read: never told as the whole', () => {
    const figures = computeFigures({ ...noCounts, partly: 6, not: 1 }, { count: 7, is: 'at-least' });
    expect(figures).toMatchObject({ basis: 'readable', comparable: false, denominator: 7, missing: 0 });
  });

  test('the network, first year: 12 of 101 read, and their shares are of 101', () => {
    const figures = computeFigures({ ...noCounts, partly: 9, not: 3, notAssessed: 12 }, exactly(101));
    expect(figures).toMatchObject({
      basis: 'readable',
      comparable: false,
      read: 12,
      notInRecord: 77,
      denominator: 101,
      missing: 89,
    });
    expect(figures.atLeastPartlyAddressed).toMatchObject({
      count: 9,
      share: 8.9,
      bounds: { low: 9, high: 98 },
    });
  });
});

const anyCounts: fc.Arbitrary<StatusCounts> = fc.array(anyRow).map(countStatuses);

test('the order of municipalities does not matter to the network', () => {
  fc.assert(
    fc.property(fc.array(anyCounts), (sets) => {
      expect(addCounts(sets.toReversed())).toEqual(addCounts(sets));
    }),
  );
});

test('the counts of several contracts together are those of all their rows', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.array(anyRow), (one, two) => {
      expect(addCounts([countStatuses(one), countStatuses(two)])).toEqual(countStatuses([...one, ...two]));
    }),
  );
});

test('what many sets are compared by is what their figures say', () => {
  fc.assert(
    fc.property(anyContract, ({ rows, absent }) => {
      const size = exactly(rows.length + absent);
      const counts = countStatuses(rows);
      expect(computeFigures(counts, size)).toMatchObject(comparisonOf(counts, size));
    }),
  );
});
