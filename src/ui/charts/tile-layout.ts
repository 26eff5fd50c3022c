import { relax, type Point } from './tile-relax.ts';

export interface PlacedPoint {
  id: string;
  /** Longitude, or any x that grows to the right. */
  x: number;
  /** Latitude, or any y that grows upwards. */
  y: number;
}

export interface TileLayout {
  columns: number;
  rows: number;
  /** Column and row of each tile, from the top left corner. */
  tiles: ReadonlyMap<string, { column: number; row: number }>;
}

/**
 * One equal tile for each point, near where the point lies among the others, no two on the same place.
 * First the points are spread until they are about a tile apart, so that crowded and empty regions take equal room; then each
 * takes the nearest free tile; then neighbours swap while that brings tiles nearer to their points. The result depends on the points alone, not on
 * their order.
 */
export function layOutTiles(points: readonly PlacedPoint[]): TileLayout {
  const sorted = points.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const spread = relax(project(sorted));
  const grid = new Grid();
  for (const index of fromTheMiddle(spread)) grid.takeNearest(index, spread);
  grid.improve(spread);
  return grid.layout(sorted);
}

/** Degrees of longitude shrink towards the poles; y grows downwards on a screen. */
function project(points: readonly PlacedPoint[]): Point[] {
  const middle = points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length);
  const shrink = Math.cos((Math.max(-80, Math.min(80, middle)) * Math.PI) / 180);
  return points.map(({ x, y }) => ({ x: x * shrink, y: -y }));
}

function fromTheMiddle(points: readonly Point[]): number[] {
  const x = points.reduce((sum, point) => sum + point.x, 0) / Math.max(1, points.length);
  const y = points.reduce((sum, point) => sum + point.y, 0) / Math.max(1, points.length);
  const distance = points.map((point) => (point.x - x) ** 2 + (point.y - y) ** 2);
  return points.map((_, index) => index).sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b);
}

function cost(point: Point | undefined, column: number, row: number): number {
  return point ? (point.x - column) ** 2 + (point.y - row) ** 2 : 0;
}

class Grid {
  readonly #taken = new Map<string, number>();
  readonly #at = new Map<number, { column: number; row: number }>();

  /** Looks in growing squares around the point; a square further out can't hold anything nearer than its own side. */
  takeNearest(index: number, points: readonly Point[]): void {
    const point = points[index];
    if (!point) return;
    const column = Math.round(point.x);
    const row = Math.round(point.y);
    let best: { column: number; row: number; cost: number } | undefined;
    for (let ring = 0; !best || (ring - 0.5) ** 2 < best.cost; ring += 1) {
      for (const [dx, dy] of ringOf(ring)) {
        const here = { column: column + dx, row: row + dy, cost: cost(point, column + dx, row + dy) };
        if (!this.#taken.has(`${here.column} ${here.row}`) && (!best || here.cost < best.cost)) best = here;
      }
    }
    this.#put(index, best.column, best.row);
  }

  /** Moves to a free neighbouring tile, and swaps of two, as long as they bring tiles nearer to their points. */
  improve(points: readonly Point[]): void {
    const reach = [...ringOf(1), ...ringOf(2)];
    for (let round = 0, changed = true; changed && round < 30; round += 1) {
      changed = false;
      for (const [index, here] of this.#at) {
        for (const [dx, dy] of reach) {
          const there = { column: here.column + dx, row: here.row + dy };
          const other = this.#taken.get(`${there.column} ${there.row}`);
          const before =
            cost(points[index], here.column, here.row) +
            (other === undefined ? 0 : cost(points[other], there.column, there.row));
          const after =
            cost(points[index], there.column, there.row) +
            (other === undefined ? 0 : cost(points[other], here.column, here.row));
          if (after >= before - 1e-9) continue;
          this.#taken.delete(`${here.column} ${here.row}`);
          if (other !== undefined) this.#put(other, here.column, here.row);
          this.#put(index, there.column, there.row);
          changed = true;
          break;
        }
      }
    }
  }

  layout(points: readonly PlacedPoint[]): TileLayout {
    const places = [...this.#at.values()];
    const left = Math.min(...places.map(({ column }) => column));
    const top = Math.min(...places.map(({ row }) => row));
    const tiles = new Map(
      points.map(({ id }, index) => {
        const place = this.#at.get(index);
        return [id, { column: (place?.column ?? left) - left, row: (place?.row ?? top) - top }] as const;
      }),
    );
    const placed = [...tiles.values()];
    return {
      columns: Math.max(0, ...placed.map(({ column }) => column + 1)),
      rows: Math.max(0, ...placed.map(({ row }) => row + 1)),
      tiles,
    };
  }

  #put(index: number, column: number, row: number): void {
    this.#taken.set(`${column} ${row}`, index);
    this.#at.set(index, { column, row });
  }
}

/** Offsets of the tiles on the edge of a square of `ring` tiles around the middle. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]];
  const offsets: [number, number][] = [];
  for (let step = -ring; step <= ring; step += 1) {
    offsets.push([step, -ring], [step, ring]);
    if (Math.abs(step) !== ring) offsets.push([-ring, step], [ring, step]);
  }
  return offsets;
}
