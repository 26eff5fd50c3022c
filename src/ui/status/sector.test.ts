import { expect, test } from 'vitest';
import { sectorPath } from './sector.ts';

test('half a turn is the right half of the disc', () => {
  expect(sectorPath(10, 10, 8, 0, 0.5)).toBe('M10 10L10 2A8 8 0 0 1 10 18Z');
});

test('a whole turn is drawn as two halves, since one arc would vanish', () => {
  expect(sectorPath(10, 10, 8, 0, 1)).toBe('M10 2A8 8 0 0 1 10 18A8 8 0 0 1 10 2Z');
});

test('an empty share draws nothing', () => {
  expect(sectorPath(10, 10, 8, 0.25, 0.25)).toBe('');
});

test('more than half a turn takes the long way round', () => {
  expect(sectorPath(0, 0, 1, 0, 0.75)).toBe('M0 0L0 -1A1 1 0 1 1 -1 0Z');
});
