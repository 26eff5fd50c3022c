import { expect, test } from 'vitest';
import { isCovered } from './round.ts';

const round = { mandateId: 'm', ends: '2020-09' };

test.each([
  ['from the beginning', null, true],
  ['from an earlier year', '2019', true],
  ['from a month within the round', '2020-03', true],
  ['from the month in which the round ends', '2020-09', true],
  ['from the next month', '2020-10', false],
  ['from the next year', '2021', false],
])('a contract in force %s (%s) is covered: %s', (_, starts, covered) => {
  expect(isCovered({ mandateId: 'm', starts }, round)).toBe(covered);
});

test('a contract of another mandate is not covered', () => {
  expect(isCovered({ mandateId: 'other', starts: null }, round)).toBe(false);
});
