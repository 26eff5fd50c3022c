import { apportion } from './largest-remainder.ts';
import type { CountIs } from '#features/contracts/contract.ts';

/** Priorities of a contract, a municipality or the network in one round, counted by status in force. */
export interface StatusCounts {
  fully: number;
  partly: number;
  not: number;
  noData: number;
  notAssessable: number;
  /** In the record, but without a status in this round. */
  notAssessed: number;
  /** Of those with a status: under a dispute that is not decided yet. */
  contested: number;
}

/** The size of the contract or contracts counted, frozen at signature. */
export interface FrozenSize {
  /** Priorities by the contract; null where the record does not know. */
  count: number | null;
  is: CountIs | null;
}

export interface Indicator {
  count: number;
  /** Percent of the denominator as shown; null where there is nothing to divide by. */
  share: number | null;
  /** Counts if every contested or no-data priority were resolved against, and in favour. */
  bounds: { low: number; high: number };
}

export interface Figures {
  counts: StatusCounts;
  /** Priorities that the shares divide by: all of the contract but those that cannot be assessed. */
  denominator: number;
  /** Of the denominator, those whose text or status is not in the record: no share can be told while there are any. */
  missing: number;
  /** 'whole': every priority has a status; 'readable': shares are of the rows that can be read, and say so. */
  basis: 'whole' | 'readable' | 'none';
  /** Shares of fully, partly, not and no data, in this order, summing to 100 as shown; null where there are none. */
  shares: { fully: number; partly: number; not: number; noData: number } | null;
  fullyAddressed: Indicator;
  atLeastPartlyAddressed: Indicator;
  decimals: 0 | 1;
}

/** No decimals under 50 items: a decimal there would be finer than one priority. */
export function decimalsFor(denominator: number): 0 | 1 {
  return denominator < 50 ? 0 : 1;
}

/**
 * The figures of one set of priorities, by the rules of docs/methodology.md: counts first, two named indicators, shares
 * that sum to 100, bounds in place of a confidence interval (it is a census).
 */
export function computeFigures(counts: StatusCounts, size: FrozenSize): Figures {
  const assessed = counts.fully + counts.partly + counts.not + counts.noData;
  const inRecord = assessed + counts.notAssessable + counts.notAssessed;
  const frozen = size.count === null ? inRecord : Math.max(size.count, inRecord);
  const missing = frozen - counts.notAssessable - assessed;
  const denominator = assessed;
  const decimals = decimalsFor(denominator);
  const [fully = 0, partly = 0, not = 0, noData = 0] = apportion(
    [counts.fully, counts.partly, counts.not, counts.noData],
    decimals,
  );
  const isWhole = missing === 0 && size.count !== null && size.is === 'exact';
  return {
    counts,
    denominator,
    missing,
    basis: denominator === 0 ? 'none' : isWhole ? 'whole' : 'readable',
    shares: denominator === 0 ? null : { fully, partly, not, noData },
    fullyAddressed: indicator(counts.fully, denominator, fully, counts),
    atLeastPartlyAddressed: indicator(
      counts.fully + counts.partly,
      denominator,
      // The sum of the shares shown, so that a reader who adds them up gets the same.
      Math.round((fully + partly) * 10) / 10,
      counts,
    ),
    decimals,
  };
}

function indicator(
  count: number,
  denominator: number,
  share: number,
  { noData, contested }: StatusCounts,
): Indicator {
  return {
    count,
    share: denominator === 0 ? null : share,
    bounds: {
      // A contested priority may be inside the count or outside it: each bound takes the case that moves it farther.
      low: Math.max(0, count - contested),
      high: Math.min(denominator, count + noData + contested),
    },
  };
}

export const noCounts: StatusCounts = {
  fully: 0,
  partly: 0,
  not: 0,
  noData: 0,
  notAssessable: 0,
  notAssessed: 0,
  contested: 0,
};

/** Counts of several sets together. */
export function addCounts(sets: readonly StatusCounts[]): StatusCounts {
  return sets.reduce(
    (sum, set) => ({
      fully: sum.fully + set.fully,
      partly: sum.partly + set.partly,
      not: sum.not + set.not,
      noData: sum.noData + set.noData,
      notAssessable: sum.notAssessable + set.notAssessable,
      notAssessed: sum.notAssessed + set.notAssessed,
      contested: sum.contested + set.contested,
    }),
    noCounts,
  );
}
