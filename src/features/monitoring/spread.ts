import { quantileSorted } from 'd3-array';
import type { Comparison } from './figures.ts';

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

/** Twentieths of the scale: 0 to under 5 %, 5 to under 10 %, ..., 95 to 100 %. */
const steps = 20;

/** How many shares (percent) lie in each step of the scale, from 0 to 100; the last step holds 100 too. */
export function stepsOfShares(shares: readonly number[]): number[] {
  const counts = Array.from({ length: steps }, () => 0);
  for (const share of shares) {
    const step = Math.min(steps - 1, Math.floor((share * steps) / 100));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

export interface PlaceSpread<Place> {
  /** Exact shares of those that may be compared, by name: never by value, which would rank them. */
  points: { place: Place; percent: number }[];
  /** Those whose contract has not been read in full, by name: named beside the chart, so that no gap goes unseen. */
  leftOut: Place[];
  /** undefined where none may be compared. */
  spread: Spread | undefined;
}

/**
 * The spread of one indicator between municipalities in one round.
 * @param compare order of names in the reader's language
 */
export function spreadBetween<Place extends { name: string; figures: Comparison | null }>(
  places: readonly Place[],
  indicator: 'fullyAddressed' | 'atLeastPartlyAddressed',
  compare: (a: string, b: string) => number,
): PlaceSpread<Place> {
  const points: PlaceSpread<Place>['points'] = [];
  const leftOut: Place[] = [];
  for (const place of places.toSorted((a, b) => compare(a.name, b.name))) {
    const { figures } = place;
    // Rounded shares would move the quartiles.
    if (figures?.comparable)
      points.push({ place, percent: (figures[indicator].count * 100) / figures.denominator });
    else leftOut.push(place);
  }
  return { points, leftOut, spread: spreadOf(points.map(({ percent }) => percent)) };
}
