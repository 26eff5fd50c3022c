import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, localTime } from './local-time.ts';

test('summer and winter time are told apart', () => {
  expect(instantOf('2027-07-01', '10:00').toISOString()).toBe('2027-07-01T08:00:00.000Z');
  expect(instantOf('2027-01-10', '10:00').toISOString()).toBe('2027-01-10T09:00:00.000Z');
  // The night in October that has two o'clock twice, and the one in March that has it never.
  expect(instantOf('2027-10-31', '02:30').toISOString()).toBe('2027-10-31T00:30:00.000Z');
  expect(localTime(instantOf('2027-03-28', '02:30'))).toEqual({ day: '2027-03-28', time: '03:30' });
});

test('an instant is the same after it was shown and read again', () => {
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const { day, time } = localTime(instant);
      expect(localTime(instantOf(day, time))).toEqual({ day, time });
    }),
  );
});
