import { expect, test } from 'vitest';
import { isUpcoming } from './event.ts';

test('an event is ahead until its last day is over', () => {
  expect(isUpcoming({ starts: '2026-11-23', ends: null }, '2026-11-23')).toBe(true);
  expect(isUpcoming({ starts: '2026-11-22', ends: null }, '2026-11-23')).toBe(false);
  expect(isUpcoming({ starts: '2026-11-20', ends: '2026-11-24' }, '2026-11-23')).toBe(true);
});

test('an event dated to the month is ahead until the month is over', () => {
  expect(isUpcoming({ starts: '2026-11', ends: null }, '2026-11-30')).toBe(true);
  expect(isUpcoming({ starts: '2026-10', ends: null }, '2026-11-01')).toBe(false);
  expect(isUpcoming({ starts: '2026', ends: null }, '2026-12-31')).toBe(true);
});
