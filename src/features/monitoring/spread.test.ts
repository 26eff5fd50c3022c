import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { computeFigures, noCounts } from './figures.ts';
import { spreadBetween, spreadOf, stepsOfShares } from './spread.ts';

test('the quartiles of a known list', () => {
  expect(spreadOf([40, 10, 20, 30])).toEqual({
    n: 4,
    least: 10,
    lowerQuartile: 17.5,
    median: 25,
    upperQuartile: 32.5,
    most: 40,
  });
  expect(spreadOf([])).toBeUndefined();
});

test('the five numbers are in order, whatever the order of the municipalities', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (shares) => {
      const spread = spreadOf(shares);
      expect(spreadOf(shares.toReversed())).toEqual(spread);
      if (!spread) throw new Error('no spread');
      const five = [spread.least, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.most];
      expect(five).toEqual(five.toSorted((a, b) => a - b));
    }),
  );
});

test('one value is its own spread', () => {
  expect(spreadOf([60])).toEqual({
    n: 1,
    least: 60,
    lowerQuartile: 60,
    median: 60,
    upperQuartile: 60,
    most: 60,
  });
});

const { compare } = formatsFor('sq');

function place(name: string, fully: number, of: number) {
  return {
    name,
    figures: computeFigures({ ...noCounts, fully, not: 4 - fully }, { count: of, is: 'exact' }),
  };
}

test('municipalities stand by name, not by value: it is not a ranking', () => {
  const places = [place('Vlorë', 4, 4), place('Durrës', 1, 4), place('Fier', 0, 4), place('Çorovodë', 2, 4)];
  const { points, spread } = spreadBetween(places, 'fullyAddressed', compare);
  expect(points.map((point) => point.place.name)).toEqual(['Çorovodë', 'Durrës', 'Fier', 'Vlorë']);
  expect(spread).toMatchObject({ n: 4, least: 0, median: 37.5, most: 100 });
  expect(points[1]?.percent).toBe(25);
});

test('a contract not read in full is named, and moves nothing', () => {
  const whole = place('Fier', 1, 4);
  const unread = place('Kamëz', 3, 9);
  const none = { name: 'Pukë', figures: null };
  expect(spreadBetween([none, unread, whole], 'atLeastPartlyAddressed', compare)).toMatchObject({
    points: [{ place: whole }],
    leftOut: [unread, none],
    spread: { n: 1 },
  });
});

test('each share stands in the step that it lies in, 100 % in the last', () => {
  const counts = stepsOfShares([0, 4.9, 5, 50, 99, 100]);
  expect(counts).toHaveLength(20);
  expect([counts[0], counts[1], counts[10], counts[19]]).toEqual([2, 1, 1, 2]);
});

test('no share is lost or counted twice in the steps', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (shares) => {
      const counts = stepsOfShares(shares);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(shares.length);
    }),
  );
});
