import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideOthers, type Compared } from './compare.ts';

const figure = fc
  .record({
    denominator: fc.integer({ min: 0, max: 40 }),
    comparable: fc.boolean(),
    fully: fc.nat(40),
    more: fc.nat(40),
  })
  .map(({ denominator, comparable, fully, more }) => {
    const count = Math.min(fully, denominator);
    return {
      denominator,
      comparable,
      fullyAddressed: { count },
      atLeastPartlyAddressed: { count: Math.min(count + more, denominator) },
    };
  });
const places = fc
  .array(figure, { maxLength: 12 })
  .map((list) => list.map((figures, index): Compared => ({ municipalityId: `m${index}`, figures })));

test('a municipality stands beside the others, whatever their order, and never among them', () => {
  fc.assert(
    fc.property(places, (all) => {
      const beside = besideOthers(all, 'm0');
      expect(besideOthers(all.toReversed(), 'm0')).toEqual(beside);
      const others = all.slice(1).filter(({ figures }) => figures.comparable && figures.denominator > 0);
      expect(beside.fully.others?.n ?? 0).toBe(others.length);
      const withoutOwn = besideOthers(all.slice(1), 'm0');
      expect(withoutOwn.atLeastPartly.others).toEqual(beside.atLeastPartly.others);
      expect(withoutOwn.fully.own).toBeNull();
    }),
  );
});

test('shares lie within bounds, and at least partly is never less than fully', () => {
  fc.assert(
    fc.property(places, (all) => {
      const { fully, atLeastPartly } = besideOthers(all, 'm0');
      for (const { own, others } of [fully, atLeastPartly]) {
        for (const value of [own, others?.least, others?.median, others?.most]) {
          if (value === null || value === undefined) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }
      expect(atLeastPartly.own ?? 0).toBeGreaterThanOrEqual(fully.own ?? 0);
    }),
  );
});

test('with nobody to compare with there is no spread, and without priorities no share', () => {
  expect(besideOthers([], 'm0')).toEqual({
    fully: { own: null, others: null },
    atLeastPartly: { own: null, others: null },
  });
});
