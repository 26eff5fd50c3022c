export interface StripPoint {
  key: string;
  label: string;
  /** 0..100 */
  percent: number;
}

export interface PlacedStripPoint extends StripPoint {
  /** Steps up (+) and down (-) from the line, so that dots of about one value don't hide each other. */
  level: number;
}

/** Dots nearer than `width` percent to each other are stacked in turn above and below the line. */
export function stackPoints(points: readonly StripPoint[], width: number): PlacedStripPoint[] {
  const sorted = points.toSorted((a, b) => a.percent - b.percent || (a.key < b.key ? -1 : 1));
  const lastAt = new Map<number, number>();
  return sorted.map((point) => {
    let step = 0;
    while (point.percent - (lastAt.get(levelOf(step)) ?? -Infinity) < width) step += 1;
    lastAt.set(levelOf(step), point.percent);
    return { ...point, level: levelOf(step) };
  });
}

/** 0, 1, -1, 2, -2, ... */
function levelOf(step: number): number {
  return step % 2 === 1 ? (step + 1) / 2 : -step / 2 || 0;
}

/** The value in the middle, half-way where two are. */
export function medianOf(points: readonly StripPoint[]): number | undefined {
  const sorted = points.map(({ percent }) => percent).sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? undefined : (low + high) / 2;
}
