import type { Pattern } from './units.ts';

/** How far apart two codes are: not at all or wholly; by what lies between them in order; by their distance on a scale. */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * How often each pair of codes was given to one unit: row and column in the order of the scale. Units with fewer than two
 * codes have no pairs; in the others each code counts once in all.
 */
type Coincidences = number[][];

function coincidencesOf(patterns: readonly Pattern[], scale: readonly string[]): Coincidences {
  const table = scale.map(() => scale.map(() => 0));
  for (const { unit, count } of patterns) {
    const places = unit.map((code) => (code === null ? -1 : scale.indexOf(code))).filter((at) => at >= 0);
    if (places.length < 2) continue;
    const weight = count / (places.length - 1);
    for (const [one, row] of places.entries()) {
      for (const [other, column] of places.entries()) {
        const cells = table[row];
        if (one !== other && cells) cells[column] = (cells[column] ?? 0) + weight;
      }
    }
  }
  return table;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Squared differences of the codes, by their places in the scale. */
function differencesOf(totals: readonly number[], metric: Metric): number[][] {
  return totals.map((_, row) =>
    totals.map((__, column) => {
      if (row === column) return 0;
      switch (metric) {
        case 'nominal':
          return 1;
        case 'interval':
          return (row - column) ** 2;
        case 'ordinal': {
          const [low, high] = [Math.min(row, column), Math.max(row, column)];
          const ends = (totals[low] ?? 0) + (totals[high] ?? 0);
          return (sum(totals.slice(low, high + 1)) - ends / 2) ** 2;
        }
      }
    }),
  );
}

/**
 * Krippendorff's alpha: 1 where coders agree wholly, 0 where no more than by chance. For any number of coders and missing
 * codes.
 * @param scale the codes in order; others count as missing
 * @returns null where it is not defined: no unit with two codes, or one code alone was ever given
 * @see Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania
 */
export function krippendorffAlpha(
  patterns: readonly Pattern[],
  scale: readonly string[],
  metric: Metric,
): number | null {
  const table = coincidencesOf(patterns, scale);
  const totals = table.map(sum);
  const all = sum(totals);
  const differences = differencesOf(totals, metric);
  let observed = 0;
  let expected = 0;
  for (const [row, cells] of table.entries()) {
    for (const [column, cell] of cells.entries()) {
      const difference = differences[row]?.[column] ?? 0;
      observed += cell * difference;
      expected += (totals[row] ?? 0) * (totals[column] ?? 0) * difference;
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}
