import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { computeFigures, noCounts } from './figures.ts';
import { countsInWords, denominatorWords, indicatorWords, publishedWords } from './words.ts';
import type { PublishedFigure } from './published.ts';

const t = translator('en');
const formats = formatsFor('en');
const counts = { ...noCounts, partly: 6, not: 1 };

test('a contract that may hold more priorities says "at least"', () => {
  const whole = computeFigures(counts, { count: 7, is: 'exact' });
  expect(denominatorWords(whole, t)).toBe('of 7 priorities');
  expect(indicatorWords(whole.atLeastPartlyAddressed, whole, t, formats)).toBe('6 of 7 (86%)');
  for (const size of [{ count: 7, is: 'at-least' } as const, { count: null, is: null }]) {
    const open = computeFigures(counts, size);
    expect(denominatorWords(open, t)).toBe('of at least 7 priorities');
    expect(indicatorWords(open.atLeastPartlyAddressed, open, t, formats)).toBe('6 of at least 7 (86%)');
  }
});

test('a published figure says what it was published of', () => {
  const figure: PublishedFigure = {
    id: '1',
    key: 'signed',
    measure: 'signed',
    value: 6,
    unit: 'count',
    qualifier: 'exact',
    outOf: 9,
    dated: null,
    label: {},
    note: null,
    municipality: null,
    round: null,
    mandate: null,
  };
  expect(publishedWords(figure, t, formats)).toBe('6 of 9');
  expect(publishedWords({ ...figure, value: 2000, qualifier: 'over', outOf: null }, t, formats)).toBe(
    'over 2,000',
  );
  expect(publishedWords({ ...figure, value: 74.5, unit: 'percent', outOf: null }, t, formats)).toBe('74.5%');
});

test('counts in words leave out no status that has any, and name none that has not', () => {
  const all = [
    { status: 'fully', count: 13 },
    { status: 'partly', count: 71 },
    { status: 'not', count: 0 },
    { status: 'no-data', count: 4 },
  ] as const;
  expect(countsInWords(all, t, formats)).toBe('13 fully, 71 partly and 4 without data');
});
