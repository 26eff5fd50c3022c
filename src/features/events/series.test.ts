import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, daysOf } from './series.ts';

test('a weekly series keeps its day of the week', () => {
  expect(daysOf('2027-03-25', 'weekly', 3)).toEqual(['2027-03-25', '2027-04-01', '2027-04-08']);
});

test('a monthly series keeps its day of the month, or takes the last of a month that is too short', () => {
  expect(daysOf('2027-01-31', 'monthly', 4)).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
  ]);
  expect(daysOf('2027-11-15', 'monthly', 3)).toEqual(['2027-11-15', '2027-12-15', '2028-01-15']);
});

test('one that is not repeated is one', () => {
  expect(daysOf('2027-01-31', 'once', 9)).toEqual(['2027-01-31']);
});

test('days are counted there and back', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 2000 }), (date, count) => {
      const from = date.toISOString().slice(0, 10);
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});
