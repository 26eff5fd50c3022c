import { expect, test } from 'vitest';
import { mostTries, secondsToWait } from './attempts.ts';

const since = new Date('2026-11-26T12:00:00Z');
const after = (seconds: number) => new Date(since.getTime() + seconds * 1000);

test('eight tries are free', () => {
  expect(secondsToWait(mostTries, since, after(1))).toBe(0);
});

test('whoever goes on rests until a quarter of an hour after the first', () => {
  expect(secondsToWait(mostTries + 1, since, since)).toBe(900);
  expect(secondsToWait(mostTries + 100, since, after(899.5))).toBe(1);
});
