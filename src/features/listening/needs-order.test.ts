import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reordered } from './needs-order.ts';

const needs = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, position: index + 1 }));

/** The ids in their order afterwards. */
function orderAfter(asked: [string, number][]): string {
  const places = new Map(reordered(needs, new Map(asked)).map(({ id, position }) => [id, position]));
  return needs
    .map(({ id, position }) => ({ id, position: places.get(id) ?? position }))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id }) => id)
    .join('');
}

test('a need stands where it was asked to, the others follow', () => {
  expect(orderAfter([])).toBe('abcd');
  expect(orderAfter([['d', 1]])).toBe('dabc');
  expect(orderAfter([['a', 3]])).toBe('bcad');
  expect(orderAfter([['a', 99]])).toBe('bcda');
  expect(
    orderAfter([
      ['a', 4],
      ['d', 1],
    ]),
  ).toBe('dbca');
});

test('only what moves is written', () => {
  expect(reordered(needs, new Map([['c', 2]]))).toEqual([
    { id: 'c', position: 2 },
    { id: 'b', position: 3 },
  ]);
});

test('whatever is asked, each need has a place of its own from 1 on', () => {
  const asked = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'x'), fc.integer({ min: 0, max: 99_999 })),
  );
  fc.assert(
    fc.property(asked, (pairs) => {
      const places = new Map(reordered(needs, new Map(pairs)).map(({ id, position }) => [id, position]));
      const positions = needs.map(({ id, position }) => places.get(id) ?? position);
      expect(new Set(positions)).toEqual(new Set([1, 2, 3, 4]));
    }),
  );
});
