import { expect, test } from 'vitest';
import { isMessageKey } from '#i18n/translate.ts';
import { statuses as drawn } from '#ui/status/status.ts';
import {
  countsInDenominator,
  isAtLeastPartly,
  isStatus,
  publishedStatuses,
  shapeOf,
  statuses,
  statusKey,
  statusOfRow,
} from './status.ts';

test('a priority without a row is not yet assessed, never "not addressed"', () => {
  expect(statusOfRow(undefined)).toBe('not-assessed');
  expect(statusOfRow(null)).toBe('not-assessed');
  expect(statusOfRow({ status: 'not' })).toBe('not');
  expect(publishedStatuses).not.toContain('not-assessed');
  expect(isStatus('not-assessed')).toBe(true);
  expect(isStatus('addressed')).toBe(false);
});

test('only what cannot be tested is outside the denominator; no data is inside', () => {
  expect(statuses.filter((status) => !countsInDenominator(status))).toEqual(['not-assessable']);
  expect(statuses.filter(isAtLeastPartly)).toEqual(['fully', 'partly']);
});

test('every status has a shape of its own and a name of its own', () => {
  expect(new Set(statuses.map(shapeOf)).size).toBe(statuses.length);
  expect(new Set(statuses.map(statusKey)).size).toBe(statuses.length);
  for (const status of statuses) expect(isMessageKey(`status.${status}`), status).toBe(true);
});

test('the statuses of the rules are those that the design system draws, in its order', () => {
  expect(statuses).toEqual(drawn);
});
