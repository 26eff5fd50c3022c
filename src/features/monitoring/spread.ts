import { quantileSorted } from 'd3-array';

/** How far apart municipalities are on one indicator. Contracts differ, so this is never a ranking. */
export interface Spread {
  n: number;
  least: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  most: number;
}

/**
 * Spread of shares (percent) between municipalities; quartiles by linear interpolation (Hyndman and Fan, type 7).
 * @returns undefined for no values
 */
export function spreadOf(shares: readonly number[]): Spread | undefined {
  const sorted = shares.toSorted((a, b) => a - b);
  const at = (p: number) => quantileSorted(sorted, p) ?? Number.NaN;
  if (sorted.length === 0) return undefined;
  return {
    n: sorted.length,
    least: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    most: at(1),
  };
}
