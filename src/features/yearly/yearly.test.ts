import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeFigures, noCounts } from '#features/monitoring/figures.ts';
import type { PublishedFigure } from '#features/monitoring/published.ts';
import { measures } from './measure.ts';
import { besideTheYears, figuresByYear, type YearlyInput } from './yearly.ts';

const year = fc.integer({ min: 2015, max: 2030 });
const figure = fc
  .record({
    measure: fc.constantFrom('fully', 'partly', 'not', 'forums', 'focus-groups', 'people-reached', 'signed'),
    value: fc.integer({ min: 0, max: 500 }),
    unit: fc.constantFrom('count' as const, 'percent' as const),
    dated: fc.option(year.map(String)),
    round: fc.option(fc.constantFrom('2019-2020', '2020-2021')),
    municipality: fc.option(fc.constant('fier')),
  })
  .map((given, index = 0): PublishedFigure => ({
    id: `${index}`,
    key: 'figure',
    qualifier: 'exact',
    outOf: null,
    label: {},
    note: null,
    mandate: null,
    ...given,
  }));
const input: fc.Arbitrary<YearlyInput> = fc
  .record({
    thisYear: fc.integer({ min: 2018, max: 2026 }),
    gatherings: fc.uniqueArray(
      fc.record({
        year,
        kind: fc.constantFrom('listening', 'forum'),
        events: fc.integer({ min: 1, max: 90 }),
        counted: fc.nat({ max: 90 }),
        participants: fc.nat({ max: 3000 }),
        isAtLeast: fc.boolean(),
      }),
      { selector: (one) => `${one.kind} ${one.year}`, maxLength: 8 },
    ),
    presences: fc.array(
      fc.record({ municipalityId: fc.constantFrom('a', 'b', 'c'), since: year, until: fc.option(year) }),
    ),
    published: fc.array(figure, { maxLength: 8 }),
    hasRound: fc.boolean(),
  })
  .map(({ hasRound, published, gatherings, ...rest }) => ({
    ...rest,
    gatherings: gatherings.map((one) => ({ ...one, counted: Math.min(one.counted, one.events) })),
    published: published.map((one, index) => ({ ...one, id: String(index) })),
    rounds: hasRound
      ? [
          {
            key: '2019-2020',
            mandate: '2019-2023',
            ends: '2020-08',
            figures: computeFigures({ ...noCounts, fully: 2, partly: 3, not: 1 }, { count: 8, is: 'exact' }),
          },
        ]
      : [],
    roundEnds: new Map([
      ['2019-2020', '2020-08'],
      ['2020-2021', '2021-09'],
    ]),
  }));

test('each year from the first to the last stands once, newest first, with every measure, and none is to come', () => {
  fc.assert(
    fc.property(input, (given) => {
      const years = figuresByYear(given);
      const shown = years.map((one) => one.year);
      expect(shown).toEqual(shown.map((_, index) => (shown[0] ?? 0) - index));
      expect(Math.max(0, ...shown)).toBeLessThanOrEqual(given.thisYear);
      for (const { cells } of years) expect(cells.map(({ measure }) => measure)).toEqual(measures);
    }),
  );
});

test('what is computed is the same whatever was published, and what was published whatever is computed', () => {
  fc.assert(
    fc.property(input, (given) => {
      const cellsOf = (years: ReturnType<typeof figuresByYear>) =>
        new Map(years.flatMap(({ year: of, cells }) => cells.map((cell) => [`${of} ${cell.measure}`, cell])));
      const both = cellsOf(figuresByYear(given));
      for (const [key, { computed }] of cellsOf(figuresByYear({ ...given, published: [] }))) {
        expect(both.get(key)?.computed).toEqual(computed);
      }
      const alone = figuresByYear({ ...given, gatherings: [], rounds: [], presences: [] });
      for (const [key, { published, computed }] of cellsOf(alone)) {
        expect(both.get(key)?.published).toEqual(published);
        expect(computed).toBeNull();
      }
    }),
  );
});

test('every figure published of the whole network up to this year stands in its year or beside the years', () => {
  fc.assert(
    fc.property(input, (given) => {
      const years = figuresByYear(given);
      const shown = years.flatMap(({ cells }) =>
        cells.flatMap(({ published }) => published.flatMap(({ figures }) => figures.map(({ id }) => id))),
      );
      const others = besideTheYears(given.published, years).map(({ id }) => id);
      const network = given.published.filter(({ municipality }) => municipality === null);
      expect([...new Set([...shown, ...others])].toSorted()).toEqual(network.map(({ id }) => id).toSorted());
    }),
  );
});

test('residents met are at least so many where not every session was counted, and not known where none was', () => {
  const base = {
    thisYear: 2024,
    presences: [],
    rounds: [],
    roundEnds: new Map<string, string>(),
    published: [],
  };
  const met = (counted: number) =>
    figuresByYear({
      ...base,
      gatherings: [{ year: 2023, kind: 'listening', events: 4, counted, participants: 60, isAtLeast: false }],
    })[0]?.cells.find(({ measure }) => measure === 'residents-met')?.computed;
  expect(met(4)).toMatchObject({ count: 60, is: 'exact', basis: { kind: 'all' } });
  expect(met(3)).toMatchObject({ count: 60, is: 'at-least', basis: { counted: 3, of: 4 } });
  expect(met(0)).toBeNull();
});

test('at least partly is the sum of what was published of one round, and of nothing where one part is missing', () => {
  const part = (measure: string, value: number): PublishedFigure => ({
    id: measure,
    key: measure,
    measure,
    value,
    unit: 'percent',
    qualifier: 'exact',
    outOf: null,
    dated: null,
    label: {},
    note: null,
    municipality: null,
    round: '2019-2020',
    mandate: null,
  });
  const sums = (published: PublishedFigure[]) =>
    figuresByYear({
      thisYear: 2024,
      gatherings: [],
      presences: [],
      rounds: [],
      published,
      roundEnds: new Map([['2019-2020', '2020-08']]),
    })[0]?.cells.find(({ measure }) => measure === 'at-least-partly')?.published;
  expect(sums([part('fully', 17), part('partly', 58)])).toMatchObject([{ value: 75, unit: 'percent' }]);
  expect(sums([part('fully', 17)])).toEqual([]);
});
