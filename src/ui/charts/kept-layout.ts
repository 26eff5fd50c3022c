import { layOutTiles, type PlacedPoint, type TileLayout } from './tile-layout.ts';

// One for each set of places that a site shows: the whole country, the network, a county's municipalities.
const mostKept = 20;
const kept = new Map<string, TileLayout>();

/**
 * The layout of these points, worked out once: a thousand tiles take a quarter of a second to find their places, and
 * the places of municipalities do not change from page to page.
 */
export function keptLayout(points: readonly PlacedPoint[]): TileLayout {
  const key = points.map(({ id, x, y }) => `${id} ${x} ${y}`).join('\n');
  const known = kept.get(key);
  if (known) return known;
  const layout = layOutTiles(points);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, layout);
  return layout;
}
