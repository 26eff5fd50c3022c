import { deviation, mean, quantileSorted } from 'd3-array';

/** What a group's scores of one issue come to. */
export interface Summary {
  n: number;
  mean: number;
  /** Standard deviation (n - 1). */
  deviation: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/** Mean and spread of scores; quartiles by linear interpolation (Hyndman and Fan, type 7). undefined for fewer than two. */
export function summaryOf(scores: readonly number[]): Summary | undefined {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = mean(sorted);
  const spread = deviation(sorted);
  if (middle === undefined || spread === undefined) return undefined;
  const at = (p: number) => quantileSorted(sorted, p) ?? middle;
  return {
    n: sorted.length,
    mean: middle,
    deviation: spread,
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
  };
}
