import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTops, sessionsOf } from './top-three.ts';

test('issues come by how many sessions named them, then by how high they stood, then as on the card', () => {
  const tops = [[4, 1, 2], [4, 2], [1, 4, 9], [7], []];
  expect(countTops(tops)).toEqual([
    { position: 4, places: [2, 1, 0] },
    { position: 1, places: [1, 1, 0] },
    { position: 2, places: [0, 1, 1] },
    { position: 7, places: [1, 0, 0] },
    { position: 9, places: [0, 0, 1] },
  ]);
  expect(
    countTops([
      [3, 2],
      [2, 3],
    ]).map(({ position }) => position),
  ).toEqual([2, 3]);
  expect(countTops([])).toEqual([]);
});

const top = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });

test('every place of every session is counted once, whatever order the sessions are in', () => {
  fc.assert(
    fc.property(fc.array(top, { maxLength: 12 }), (tops) => {
      const counted = countTops(tops);
      expect(counted.reduce((sum, one) => sum + sessionsOf(one), 0)).toBe(tops.flat().length);
      expect(counted.reduce((sum, { places }) => sum + places[0], 0)).toBe(
        tops.filter(({ length }) => length > 0).length,
      );
      expect(countTops(tops.toReversed())).toEqual(counted);
    }),
  );
});
