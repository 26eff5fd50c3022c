/**
 * Shares of a total as they are shown, which sum to 100 exactly: each is rounded down, and the units left over go to
 * the largest remainders (Hamilton's method); on a tie to the larger count, then to the earlier one.
 * @param counts whole numbers
 * @param decimals of the shares: 0 or 1
 * @returns percentages in the order of the counts; all 0 where the counts are
 */
export function apportion(counts: readonly number[], decimals: 0 | 1 = 0): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const units = 10 ** decimals * 100;
  const parts = counts.map((count, index) => {
    const exact = BigInt(count) * BigInt(units);
    return { index, count, floor: Number(exact / BigInt(total)), remainder: Number(exact % BigInt(total)) };
  });
  const left = units - parts.reduce((sum, part) => sum + part.floor, 0);
  const raised = new Set(
    parts
      .toSorted((a, b) => b.remainder - a.remainder || b.count - a.count || a.index - b.index)
      .slice(0, left)
      .map((part) => part.index),
  );
  return parts.map((part) => (part.floor + (raised.has(part.index) ? 1 : 0)) / 10 ** decimals);
}

/** The sum of shares as shown: 16.8 + 58.4 in binary is not 75.2. */
export function addShares(shares: readonly number[], decimals: 0 | 1): number {
  return Number(shares.reduce((sum, share) => sum + share, 0).toFixed(decimals));
}

/** One share by itself, rounded half up: for what stands beside no other that it must sum with. */
export function percentOf(count: number, denominator: number, decimals: 0 | 1 = 0): number {
  const units = 10 ** decimals;
  return Math.floor((2 * count * 100 * units + denominator) / (2 * denominator)) / units;
}
