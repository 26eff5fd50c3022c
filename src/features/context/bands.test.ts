import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOver, firstDay, lastDay, touches, type Column } from './bands.ts';

const rounds: Column[] = [
  { key: '2019-2020', starts: '2019-08', ends: '2020-08' },
  { key: '2020-2021', starts: '2020-09', ends: '2021-09' },
  { key: '2021-2022', starts: '2021-10', ends: '2022-08' },
];
const today = '2026-11-26';
const earthquake = { starts: '2019-11-26', ends: '2019-11-26', endsIs: 'known' as const };
const pandemic = { starts: '2020-03', ends: '2020-12', endsIs: 'at-least' as const };

describe('the years that a band touches', () => {
  test.each([
    ['a day touches the year that it lies in', earthquake, ['2019-2020']],
    ['what lasts over the border of two years touches both', pandemic, ['2019-2020', '2020-2021']],
    [
      'what still lasts reaches to today',
      { starts: '2021', ends: null, endsIs: 'ongoing' as const },
      ['2020-2021', '2021-2022'],
    ],
    [
      'of what nobody knows when it ended, only when it began is shown',
      { starts: '2020-03', ends: null, endsIs: 'unknown' as const },
      ['2019-2020'],
    ],
    [
      'a date known to the year touches all of that year',
      { starts: '2021', ends: '2021', endsIs: 'known' as const },
      ['2020-2021', '2021-2022'],
    ],
    [
      'what is to come touches nothing before',
      { starts: '2027-05', ends: null, endsIs: 'ongoing' as const },
      [],
    ],
  ])('%s', (_, band, expected) => {
    expect(rounds.filter((column) => touches(band, column, today)).map(({ key }) => key)).toEqual(expected);
    const [placed] = bandsOver([band], rounds, today);
    expect(placed?.columns ?? []).toEqual(expected);
  });
});

test('bands are marked in the order in which they began', () => {
  const placed = bandsOver([pandemic, earthquake], rounds, today);
  expect(placed.map(({ mark, band }) => [mark, band.starts])).toEqual([
    ['A', '2019-11-26'],
    ['B', '2020-03'],
  ]);
});

const day = fc
  .date({ noInvalidDate: true, min: new Date('2015-01-01'), max: new Date('2029-12-31') })
  .map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const lasting = fc.oneof(
  fc
    .tuple(partial, partial, fc.constantFrom('known' as const, 'at-least' as const))
    .filter(([starts, ends]) => firstDay(starts) <= lastDay(ends))
    .map(([starts, ends, endsIs]) => ({ starts, ends, endsIs })),
  fc
    .tuple(partial, fc.constantFrom('ongoing' as const, 'unknown' as const))
    .map(([starts, endsIs]) => ({ starts, ends: null, endsIs })),
);

test('every band lies within the drawing, is not backwards, and covers some of each year that it touches', () => {
  fc.assert(
    fc.property(fc.array(lasting, { maxLength: 30 }), (bands) => {
      const placed = bandsOver(bands, rounds, today);
      expect(new Set(placed.map(({ mark }) => mark)).size).toBe(placed.length);
      for (const { band, columns, from, to } of placed) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(rounds.length);
        expect(to).toBeGreaterThan(from);
        for (const [index, column] of rounds.entries()) {
          expect(columns.includes(column.key)).toBe(touches(band, column, today));
          expect(columns.includes(column.key)).toBe(from < index + 1 && to > index);
        }
      }
      expect(placed).toHaveLength(
        bands.filter((band) => rounds.some((column) => touches(band, column, today))).length,
      );
    }),
  );
});
