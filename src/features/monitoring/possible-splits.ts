import { countsRoundingTo, decimalsOf } from './rounding.ts';

/** Counts of a total. */
export interface Split {
  fully: number;
  partly: number;
  not: number;
}

/**
 * Every split of a total into fully, partly and not whose percentages round to those published: what the published
 * percentages can have been made of. Many splits explain nothing, so no more than `limit` are looked for.
 */
export function possibleSplits(
  { fully, partly, not, total }: Split & { total: number | null },
  limit = 100,
): Split[] {
  if (total === null) return [];
  const decimals = decimalsOf([fully, partly, not]);
  const first = countsRoundingTo(fully, total, decimals);
  const second = countsRoundingTo(partly, total, decimals);
  const third = countsRoundingTo(not, total, decimals);
  const splits: Split[] = [];
  for (let a = first.from; a <= first.to && splits.length < limit; a += 1) {
    // What is left for the third bounds the second.
    const from = Math.max(second.from, total - a - third.to);
    const to = Math.min(second.to, total - a - third.from);
    for (let b = from; b <= to && splits.length < limit; b += 1) {
      splits.push({ fully: a, partly: b, not: total - a - b });
    }
  }
  return splits;
}
