/** A percentage as shown, or 'n/a' where there is nothing to divide by. */
export type Share = number | 'n/a';

/** No decimals under 50 items: they would claim a precision that so few items don't have. */
export function decimalsFor(items: number): 0 | 1 {
  return items < 50 ? 0 : 1;
}

/**
 * Percentages of whole counts that sum to exactly 100 as shown, by largest remainder: every share is rounded down, and
 * the units left over go to the largest remainders, the earlier first where two are equal. Each stands less than one
 * unit from its exact share.
 *
 *     largestRemainder([1, 1, 1]) // [34, 33, 33]
 *
 * @param decimals of the result: with 1, the unit is a tenth of a per cent
 * @returns 'n/a' where the counts sum to nothing
 */
export function largestRemainder(counts: readonly number[], decimals = 0): number[] | 'n/a' {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`Not counts: ${counts.join(', ')}`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'n/a';
  const scale = 10 ** decimals;
  // Whole numbers all the way: a floating share could fall on the wrong side of a tie.
  const quotas = counts.map((count, index) => {
    const remainder = (count * 100 * scale) % total;
    return { index, units: (count * 100 * scale - remainder) / total, remainder };
  });
  const missing = 100 * scale - quotas.reduce((sum, { units }) => sum + units, 0);
  const raised = new Set(
    quotas
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return quotas.map(({ index, units }) => (units + (raised.has(index) ? 1 : 0)) / scale);
}

/** One share by itself, rounded half up: for what stands beside no other share that it must sum with. */
export function roundedShare(count: number, denominator: number, decimals = 0): Share {
  if (denominator === 0) return 'n/a';
  const scale = 10 ** decimals;
  return Math.floor((2 * count * 100 * scale + denominator) / (2 * denominator)) / scale;
}

/** The share before any rounding: for positions in a chart and for the spread. */
export function exactShare(count: number, denominator: number): Share {
  return denominator === 0 ? 'n/a' : (count / denominator) * 100;
}
