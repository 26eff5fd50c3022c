import { expect, test } from 'vitest';
import { saysNothing } from './columns.ts';

test('an empty cell and a lone dash say nothing', () => {
  expect(['', ' ', '–', '—'].filter((text) => !saysNothing(text))).toEqual([]);
});

test('zero and words of a gap are never left out', () => {
  expect(['0', 'not known', 'no status in the record', '–3'].filter(saysNothing)).toEqual([]);
});
