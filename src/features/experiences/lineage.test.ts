import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineageOf } from './lineage.ts';

const place = (key: string) => ({ key, name: key });
const root = place('root');
const said = (key: string, learnedFrom: string | null = null) => ({ municipality: place(key), learnedFrom });

test('who learned from someone stands after them, a step farther from the root', () => {
  const tree = lineageOf(root, [said('a'), said('b'), said('c', 'a'), said('d', 'c')]);
  expect(tree.map(({ place: { key }, depth, parent }) => [key, depth, parent?.key])).toEqual([
    ['root', 0, undefined],
    ['a', 1, 'root'],
    ['c', 2, 'a'],
    ['d', 3, 'c'],
    ['b', 1, 'root'],
  ]);
});

test('two who say that they learned from each other both stand under the root', () => {
  const tree = lineageOf(root, [said('a', 'b'), said('b', 'a')]);
  expect(tree.map(({ place: { key }, parent }) => [key, parent?.key])).toEqual([
    ['root', undefined],
    ['a', 'root'],
    ['b', 'root'],
  ]);
});

const keys = ['root', 'a', 'b', 'c', 'd', 'e', 'f'];
const anyone = fc.record({
  key: fc.constantFrom(...keys),
  learnedFrom: fc.option(fc.constantFrom(...keys, 'elsewhere')),
});

test('whatever was said, each place stands in the tree once, below a place that stands before it', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 12 }), (rows) => {
      const tree = lineageOf(
        root,
        rows.map(({ key, learnedFrom }) => said(key, learnedFrom)),
      );
      const places = tree.map((node) => node.place.key);
      expect(new Set(places).size).toBe(places.length);
      expect(new Set(places)).toEqual(new Set(['root', ...rows.map(({ key }) => key)]));
      for (const [index, { parent, depth }] of tree.entries()) {
        if (parent === null) {
          expect(index).toBe(0);
          continue;
        }
        const above = places.indexOf(parent.key);
        expect(above).toBeGreaterThanOrEqual(0);
        expect(above).toBeLessThan(index);
        expect(depth).toBe((tree[above]?.depth ?? 0) + 1);
      }
    }),
  );
});
