import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, electionOn, firstDayOf } from './clock.ts';

test('so many days after and so many before is the same day', () => {
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (first, days) => {
      const other = dayAfter(first, days);
      expect(dayAfter(other, -days)).toBe(first);
      expect(other > first).toBe(days > 0);
    }),
  );
});

test('the work is done before the election, also where the first start is years later', () => {
  expect(firstDayOf(new Date('2026-11-26T09:00:00Z'))).toBe('2026-11-26');
  const late = firstDayOf(new Date('2031-01-01T09:00:00Z'));
  expect(dayAfter(late, 21) < electionOn).toBe(true);
});
