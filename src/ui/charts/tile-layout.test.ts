import fc from 'fast-check';
import { expect, test } from 'vitest';
import { albania } from './albania-places.ts';
import { layOutTiles, type PlacedPoint, type TileLayout } from './tile-layout.ts';

const points = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    x: fc.double({ min: -20, max: 20, noNaN: true }),
    y: fc.double({ min: -60, max: 60, noNaN: true }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);

function placeOf(layout: TileLayout, id: string) {
  return layout.tiles.get(id) ?? { column: -1, row: -1 };
}

/** Share of pairs whose tiles lie in about the direction in which their points lie. */
function directionsKept(given: readonly PlacedPoint[], layout: TileLayout): number {
  const pairs = given.flatMap((a, index) => given.slice(index + 1).map((b) => ({ a, b })));
  const kept = pairs.filter(({ a, b }) => {
    const from = placeOf(layout, a.id);
    const to = placeOf(layout, b.id);
    const [dx, dy] = [(b.x - a.x) * 0.752, a.y - b.y];
    const [ex, ey] = [to.column - from.column, to.row - from.row];
    return dx * ex + dy * ey > 0.8 * Math.hypot(dx, dy) * Math.hypot(ex, ey);
  });
  return kept.length / pairs.length;
}

test('every point has a tile and no two share one', () => {
  fc.assert(
    fc.property(points, (given) => {
      const layout = layOutTiles(given);
      const places = new Set([...layout.tiles.values()].map(({ column, row }) => `${column} ${row}`));
      expect(layout.tiles.size).toBe(given.length);
      expect(places.size).toBe(given.length);
      for (const { column, row } of layout.tiles.values()) {
        expect(column).toBeGreaterThanOrEqual(0);
        expect(column).toBeLessThan(layout.columns);
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(layout.rows);
      }
    }),
    { numRuns: 60 },
  );
});

test('the layout does not depend on the order of the points', () => {
  fc.assert(
    fc.property(points, (given) => {
      expect(layOutTiles(given.toReversed())).toEqual(layOutTiles(given));
    }),
    { numRuns: 30 },
  );
});

test('a point well to the side of another never comes to its other side', () => {
  const grid = Array.from({ length: 48 }, (_, index) => ({
    id: `p${index}`,
    x: index % 6,
    y: -Math.floor(index / 6) * 1.01,
  }));
  const layout = layOutTiles(grid);
  for (const a of grid) {
    for (const b of grid) {
      const [from, to] = [placeOf(layout, a.id), placeOf(layout, b.id)];
      if (b.x - a.x >= 2) expect(to.column).toBeGreaterThan(from.column);
      if (a.y - b.y >= 2) expect(to.row).toBeGreaterThan(from.row);
    }
  }
});

test('points on one place still get a tile each', () => {
  const same = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, x: 20, y: 41 }));
  expect(
    new Set([...layOutTiles(same).tiles.values()].map(({ column, row }) => `${column} ${row}`)).size,
  ).toBe(5);
});

test('Albania looks like Albania', () => {
  const layout = layOutTiles(albania);
  const { columns, rows } = layout;
  expect(columns).toBeLessThanOrEqual(8);
  expect(rows / columns).toBeGreaterThan(1.7);
  expect(rows / columns).toBeLessThan(2.6);
  expect(albania.length / (columns * rows)).toBeGreaterThan(0.5);
  expect(directionsKept(albania, layout)).toBeGreaterThan(0.95);
  expect(placeOf(layout, 'Tropojë').row).toBeLessThan(2);
  expect(placeOf(layout, 'Konispol').row).toBe(rows - 1);
  expect(placeOf(layout, 'Durrës').column).toBe(0);
  expect(placeOf(layout, 'Devoll').column).toBe(columns - 1);
  expect(placeOf(layout, 'Tiranë').column).toBeGreaterThan(placeOf(layout, 'Durrës').column);
  expect(placeOf(layout, 'Vlorë').row).toBeGreaterThan(placeOf(layout, 'Fier').row);
});

test('a thousand points each have a tile of their own', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    id: `p${index}`,
    x: (index * 0.618_033_988) % 5,
    y: 38 + ((index * 0.754_877_666) % 6),
  }));
  const { tiles } = layOutTiles(many);
  expect(new Set([...tiles.values()].map(({ column, row }) => `${column} ${row}`)).size).toBe(1000);
});
