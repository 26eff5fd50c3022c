import { expect, test } from 'vitest';
import { keptLayout } from './kept-layout.ts';
import { layOutTiles } from './tile-layout.ts';

const places = [
  { id: 'fier', x: 19.56, y: 40.72 },
  { id: 'korce', x: 20.78, y: 40.62 },
  { id: 'shkoder', x: 19.51, y: 42.07 },
];

test('the same places have the layout that was worked out for them', () => {
  expect(keptLayout(places)).toEqual(layOutTiles(places));
  expect(keptLayout(places.map((place) => ({ ...place })))).toBe(keptLayout(places));
});

test('a place that moved or was added is laid out anew', () => {
  const moved = places.map((place) => (place.id === 'fier' ? { ...place, y: 43 } : place));
  expect(keptLayout(moved)).toEqual(layOutTiles(moved));
  expect(keptLayout(places.slice(1)).tiles.has('fier')).toBe(false);
});
