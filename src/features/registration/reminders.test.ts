import { expect, test } from 'vitest';
import { remindersDue } from './reminders.ts';

const day = 24 * 60 * 60 * 1000;
const starts = 100 * day;

test.each([
  [8 * day, undefined],
  [7 * day, 'week'],
  [2 * day, 'week'],
  [day, 'day'],
  [1, 'day'],
  [0, undefined],
  [-day, undefined],
])('%d ms before it begins, what is due is %s: after a time without power, never both', (before, kind) => {
  expect(remindersDue(starts, starts - before)?.kind).toBe(kind);
});
