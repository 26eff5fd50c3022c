type Scores = readonly (number | null)[];

/** Whether a card belongs to the sample that is entered twice. */
export function isInSample(number: number, every: number): boolean {
  return number % every === 0;
}

/** The positions at which two entries of one card differ; a score left out in one differs from one that stands. */
export function differencesBetween(first: Scores, second: Scores): number[] {
  return first.flatMap((score, index) => (score === (second[index] ?? null) ? [] : [index + 1]));
}

/** How often a score was typed differently the second time. */
export interface ErrorRate {
  cards: number;
  /** Scores that were entered twice. */
  scores: number;
  differences: number;
}

export function errorRateOf(pairs: readonly { first: Scores; second: Scores }[]): ErrorRate {
  return {
    cards: pairs.length,
    scores: pairs.reduce((sum, { first }) => sum + first.length, 0),
    differences: pairs.reduce((sum, { first, second }) => sum + differencesBetween(first, second).length, 0),
  };
}

/** What was settled: where the entries agree, that; where they differ, what the third look found. */
export function settledScores(
  first: Scores,
  second: Scores,
  found: ReadonlyMap<number, number | null>,
): (number | null)[] {
  const differing = new Set(differencesBetween(first, second));
  return first.map((score, index) => (differing.has(index + 1) ? (found.get(index + 1) ?? null) : score));
}
