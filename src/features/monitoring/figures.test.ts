import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, computeFigures, noCounts, type StatusCounts } from './figures.ts';

const anyCounts: fc.Arbitrary<StatusCounts> = fc
  .record({
    fully: fc.nat(80),
    partly: fc.nat(80),
    not: fc.nat(80),
    noData: fc.nat(20),
    notAssessable: fc.nat(10),
    notAssessed: fc.nat(20),
  })
  .chain((counts) =>
    fc
      .nat(counts.fully + counts.partly + counts.not + counts.noData)
      .map((contested) => ({ ...counts, contested })),
  );

describe('figures', () => {
  test('Fier, first year: 0, 3 and 2 of 5', () => {
    const figures = computeFigures({ ...noCounts, partly: 3, not: 2 }, { count: 5, is: 'exact' });
    expect(figures.basis).toBe('whole');
    expect(figures.denominator).toBe(5);
    expect(figures.shares).toEqual({ fully: 0, partly: 60, not: 40, noData: 0 });
    expect(figures.fullyAddressed).toMatchObject({ count: 0, share: 0 });
    expect(figures.atLeastPartlyAddressed).toMatchObject({
      count: 3,
      share: 60,
      bounds: { low: 3, high: 3 },
    });
  });

  test('rows short of the contract are told as such, never as a whole', () => {
    const durres = computeFigures({ ...noCounts, partly: 6, not: 1 }, { count: 7, is: 'at-least' });
    expect(durres.basis).toBe('readable');
    const network = computeFigures(
      { ...noCounts, partly: 9, not: 3, notAssessed: 7 },
      { count: 101, is: 'exact' },
    );
    expect(network).toMatchObject({ basis: 'readable', denominator: 12, missing: 89 });
  });

  test('what cannot be assessed stands outside the percentages, and no data inside', () => {
    const figures = computeFigures(
      { ...noCounts, fully: 1, noData: 1, notAssessable: 3 },
      { count: 5, is: 'exact' },
    );
    expect(figures.denominator).toBe(2);
    expect(figures.basis).toBe('whole');
    expect(figures.shares).toEqual({ fully: 50, partly: 0, not: 0, noData: 50 });
    expect(figures.fullyAddressed.bounds).toEqual({ low: 1, high: 2 });
  });

  test('nothing assessed has no share', () => {
    const figures = computeFigures(noCounts, { count: null, is: null });
    expect(figures).toMatchObject({ basis: 'none', shares: null, denominator: 0 });
    expect(figures.fullyAddressed.share).toBeNull();
  });

  test('no decimals under 50 items', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { denominator, shares } = computeFigures(counts, { count: null, is: null });
        if (shares && denominator < 50)
          for (const share of Object.values(shares)) expect(Number.isInteger(share)).toBe(true);
      }),
    );
  });

  test('bounds hold the count, within nothing and all', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const figures = computeFigures(counts, { count: null, is: null });
        for (const { count, bounds } of [figures.fullyAddressed, figures.atLeastPartlyAddressed]) {
          expect(bounds.low).toBeGreaterThanOrEqual(0);
          expect(bounds.low).toBeLessThanOrEqual(count);
          expect(bounds.high).toBeGreaterThanOrEqual(count);
          expect(bounds.high).toBeLessThanOrEqual(figures.denominator);
        }
        expect(figures.atLeastPartlyAddressed.count).toBeGreaterThanOrEqual(figures.fullyAddressed.count);
      }),
    );
  });

  test('the order of municipalities does not matter to the network', () => {
    fc.assert(
      fc.property(fc.array(anyCounts), (sets) => {
        expect(addCounts(sets.toReversed())).toEqual(addCounts(sets));
      }),
    );
  });
});
