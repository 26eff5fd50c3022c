import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPassed } from './announced.ts';

test('a day, a month and a year have passed when they are over', () => {
  expect(hasPassed('2029-05-10', '2029-05-10')).toBe(false);
  expect(hasPassed('2029-05-10', '2029-05-11')).toBe(true);
  expect(hasPassed('2029-05', '2029-05-31')).toBe(false);
  expect(hasPassed('2029-05', '2029-06-01')).toBe(true);
  expect(hasPassed('2029', '2029-12-31')).toBe(false);
  expect(hasPassed('2029', '2030-01-01')).toBe(true);
});

test('what has passed on a day has passed on every later one', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const due = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length));
  fc.assert(
    fc.property(due, day, day, (dueOn, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      return !hasPassed(dueOn, earlier) || hasPassed(dueOn, later);
    }),
  );
});
