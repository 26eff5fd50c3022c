import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statuses } from '#features/monitoring/status.ts';
import { changeOf, changes, countChanges } from './changes.ts';

const status = fc.constantFrom(...statuses);
const pair = fc.record({ before: fc.option(status, { nil: undefined }), now: status });

test('from not to partly to fully addressed is better, and the other way round is worse', () => {
  expect(changeOf('not', 'partly')).toBe('better');
  expect(changeOf('partly', 'fully')).toBe('better');
  expect(changeOf('fully', 'not')).toBe('worse');
  expect(changeOf('partly', 'partly')).toBe('same');
});

test('without data nothing is said to have become better or worse', () => {
  expect(changeOf('no-data', 'fully')).toBe('apart');
  expect(changeOf('fully', 'not-assessable')).toBe('apart');
  expect(changeOf(undefined, 'fully')).toBe('first');
  expect(changeOf('not-assessed', 'not')).toBe('first');
});

test('a change seen from the other end is the opposite', () => {
  const opposite = {
    better: 'worse',
    worse: 'better',
    same: 'same',
    apart: 'apart',
    first: 'first',
  } as const;
  const known = status.filter((one) => one !== 'not-assessed');
  fc.assert(
    fc.property(known, known, (one, other) => {
      expect(changeOf(other, one)).toBe(opposite[changeOf(one, other)]);
    }),
  );
});

test('every priority is counted once, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(pair), (moved) => {
      const counts = countChanges(moved);
      expect(changes.reduce((sum, change) => sum + counts[change], 0)).toBe(moved.length);
      expect(countChanges(moved.toReversed())).toEqual(counts);
    }),
  );
});
