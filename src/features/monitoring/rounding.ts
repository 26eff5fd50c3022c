/** How many decimals percentages were published with: those of the most exact of them. */
export function decimalsOf(percents: readonly number[]): number {
  return Math.max(0, ...percents.map((percent) => String(percent).split('.')[1]?.length ?? 0));
}

/**
 * The counts of a total whose percentage rounds to the published one. A half may have been rounded either way: who
 * published it does not say.
 */
export function countsRoundingTo(
  percent: number,
  total: number,
  decimals: number,
): { from: number; to: number } {
  const scale = 10 ** decimals;
  // Twice the percentage in its last unit, so that halves are whole numbers.
  const twice = Math.round(percent * scale) * 2;
  return {
    from: Math.max(0, Math.ceil(((twice - 1) * total) / (200 * scale))),
    to: Math.min(total, Math.floor(((twice + 1) * total) / (200 * scale))),
  };
}

/** Whether a count of a total, as a percentage, rounds to the published one. */
export function roundsTo(count: number, total: number, percent: number, decimals: number): boolean {
  const { from, to } = countsRoundingTo(percent, total, decimals);
  return count >= from && count <= to;
}
