import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt } from './set-time.ts';

test('a set time is one of Albania, in summer and in winter', () => {
  expect(instantAt('2028-07-01', '09:30').toISOString()).toBe('2028-07-01T07:30:00.000Z');
  expect(instantAt('2028-12-01', '09:30').toISOString()).toBe('2028-12-01T08:30:00.000Z');
});

test('clocks show the set time at the instant that it means, but in the hour that a spring night lacks', () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Tirane',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const anyDay = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 4, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (day, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(clock.format(instantAt(day, time))).toBe(time);
      },
    ),
  );
});
