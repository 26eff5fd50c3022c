import { expect, test } from 'vitest';
import { formatsFor } from './format.ts';

test('Albanian clocks have twenty-four hours', () => {
  expect(formatsFor('sq').dateTime(new Date('2026-01-02T20:30:00Z'))).toBe('2 janar 2026, ora 21:30');
});

test('a date is told as exactly as it is known', () => {
  const { date } = formatsFor('en');
  expect(date('2021')).toBe('2021');
  expect(date('2021-07')).toBe('July 2021');
  expect(date('2021-07-14')).toBe('14 July 2021');
});

test('Albanian digraphs are letters of their own in the order', () => {
  const words = ['zhurmë', 'zog', 'shi', 'sy', 'ëndërr', 'era', 'çadër', 'cak', 'dhomë', 'dy'];
  expect(words.toSorted(formatsFor('sq').compare)).toEqual([
    'cak',
    'çadër',
    'dy',
    'dhomë',
    'era',
    'ëndërr',
    'sy',
    'shi',
    'zog',
    'zhurmë',
  ]);
});
