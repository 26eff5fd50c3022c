import { expect, test } from 'vitest';
import { dayOf } from './day.ts';

test('the day is that of Albania, in summer and winter', () => {
  expect(dayOf(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
  expect(dayOf(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  expect(dayOf(new Date('2026-01-01T22:30:00Z'))).toBe('2026-01-01');
  expect(dayOf(new Date('2026-01-01T23:00:00Z'))).toBe('2026-01-02');
});
