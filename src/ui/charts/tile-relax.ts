export interface Point {
  x: number;
  y: number;
}

const rounds = 80;
const nearest = 6;
/** A little too close: the tiles then push each other into the holes, and the whole is compact. */
const packing = 0.88;

/**
 * Spreads points until neighbours are about one apart: those too near push each other away, those that were neighbours at first hold
 * together. Crowded regions grow, empty ones shrink, the order of neighbours stays.
 */
export function relax(given: readonly Point[]): Point[] {
  const points = scaled(given);
  const bonds = bondsBetween(points);
  for (let round = 0; round < rounds; round += 1) {
    const pull = 0.25 * (1 - round / rounds);
    for (const [a, b] of bonds) draw(points, a, b, pull, false);
    for (const [a, b] of closePairs(points)) draw(points, a, b, 0.5, true);
  }
  return points.map(({ x, y }) => ({ x: x * packing, y: y * packing }));
}

/** To the size at which the points would lie about one apart; points on one place are told apart by a hair, by their order. */
function scaled(given: readonly Point[]): Point[] {
  const x = given.reduce((sum, point) => sum + point.x, 0) / Math.max(1, given.length);
  const y = given.reduce((sum, point) => sum + point.y, 0) / Math.max(1, given.length);
  const width = extent(given.map((point) => point.x));
  const height = extent(given.map((point) => point.y));
  // Some seven tenths of the box around a country are the country.
  const unit =
    Math.max(Math.sqrt((width * height * 0.7) / given.length), Math.max(width, height) / given.length) || 1;
  return given.map((point, index) => ({
    x: (point.x - x) / unit + index * 1e-6,
    y: (point.y - y) / unit + ((index * 7) % 11) * 1e-6,
  }));
}

function extent(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

/** Each point and its nearest, where no third point lies between the two (Gabriel's rule). */
function bondsBetween(points: readonly Point[]): [number, number][] {
  const bonds = new Map<string, [number, number]>();
  points.forEach((point, index) => {
    const near = points
      .map((other, at) => ({ at, other, distance: (point.x - other.x) ** 2 + (point.y - other.y) ** 2 }))
      .filter(({ at }) => at !== index)
      .sort((a, b) => a.distance - b.distance || a.at - b.at)
      .slice(0, nearest);
    for (const { at, other, distance } of near) {
      const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
      const between = near.some(
        (third) =>
          third.at !== at && (third.other.x - middle.x) ** 2 + (third.other.y - middle.y) ** 2 < distance / 4,
      );
      if (!between)
        bonds.set(`${Math.min(index, at)} ${Math.max(index, at)}`, [
          Math.min(index, at),
          Math.max(index, at),
        ]);
    }
  });
  return [...bonds.values()];
}

/** Pairs less than one apart, found by unit cells. */
function closePairs(points: readonly Point[]): [number, number][] {
  const cells = new Map<string, number[]>();
  points.forEach((point, index) => {
    const key = `${Math.floor(point.x)} ${Math.floor(point.y)}`;
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  });
  const pairs: [number, number][] = [];
  points.forEach((point, index) => {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const other of cells.get(`${Math.floor(point.x) + dx} ${Math.floor(point.y) + dy}`) ?? []) {
          if (other > index) pairs.push([index, other]);
        }
      }
    }
  });
  return pairs;
}

/** Moves two points towards being one apart, by a part of what is missing; `apartOnly` leaves those further away alone. */
function draw(points: Point[], a: number, b: number, part: number, apartOnly: boolean): void {
  const one = points[a];
  const two = points[b];
  if (!one || !two) return;
  const dx = two.x - one.x;
  const dy = two.y - one.y;
  const distance = Math.hypot(dx, dy) || 1e-9;
  if (apartOnly && distance >= 1) return;
  const move = ((distance - 1) / distance) * part * 0.5;
  one.x += dx * move;
  one.y += dy * move;
  two.x -= dx * move;
  two.y -= dy * move;
}
