import type { StatusCounts } from './counts.ts';
import { percentOf } from './largest-remainder.ts';

/** One of the two named indicators: fully addressed, and at least partly addressed. */
export interface Indicator {
  count: number;
  /** Percent of the denominator as shown; null where there is nothing to divide by. */
  share: number | null;
  /**
   * A census has no confidence interval. Counts if every open priority were resolved against, and in favour: the
   * contested, those without data and, until all are read, those without a status.
   */
  bounds: { low: number; high: number };
  /** Percents of the bounds, around `share`. */
  boundShares: { low: number; high: number } | null;
}

interface Given {
  counts: StatusCounts;
  denominator: number;
  decimals: 0 | 1;
  /** Of the denominator, those without a status. */
  missing: number;
}

/**
 * @param which the statuses inside the indicator
 * @param share as shown: the sum of the shown shares of these statuses, so that a reader who adds them up gets the same
 */
export function indicatorOf(
  { counts, denominator, decimals, missing }: Given,
  which: readonly ('fully' | 'partly')[],
  share: number | null,
): Indicator {
  const count = which.reduce((sum, status) => sum + counts[status], 0);
  // Which of them are contested is not told: each bound takes the case that moves it farther.
  const outside = counts.fully + counts.partly + counts.not - count;
  const bounds = {
    low: count - Math.min(counts.contested, count),
    high: count + Math.min(counts.contested, outside) + counts.noData + missing,
  };
  if (share === null) return { count, share, bounds, boundShares: null };
  // A shown share may stand a little off its exact one, to sum to 100 with the others: bounds stay around it.
  const boundShares = {
    low: bounds.low === count ? share : Math.min(share, percentOf(bounds.low, denominator, decimals)),
    high: bounds.high === count ? share : Math.max(share, percentOf(bounds.high, denominator, decimals)),
  };
  return { count, share, bounds, boundShares };
}
