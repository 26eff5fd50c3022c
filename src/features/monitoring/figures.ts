import type { StatusCounts } from './counts.ts';
import { wholeOf, type FrozenSize, type Whole } from './frozen-size.ts';
import { indicatorOf, type Indicator } from './indicator.ts';
import { addShares, apportion } from './largest-remainder.ts';

export { addCounts, noCounts, type StatusCounts } from './counts.ts';
export type { FrozenSize } from './frozen-size.ts';
export type { Indicator } from './indicator.ts';

export interface Figures {
  counts: StatusCounts;
  /** Every priority of the contract, as far as is known. */
  whole: Whole;
  /** Priorities with a status in this round: "12 of 101 read". */
  read: number;
  /** Priorities of the contract that are not in the record. */
  notInRecord: number;
  /**
   * Priorities that the shares divide by: all of the contract, as frozen at signature, but those that cannot be
   * assessed. However many have been read, it stays the same.
   */
  denominator: number;
  /** Of the denominator, those whose text or status is not in the record. */
  missing: number;
  /** 'whole': every priority has a status; 'readable': some have, or it is not known whether all; 'none': none has. */
  basis: 'whole' | 'readable' | 'none';
  /** Whether these shares may be set beside those of another contract or round: only on the basis of the whole. */
  comparable: boolean;
  /** The parts of the denominator, in this order, summing to 100 as shown; null where nothing has a status. */
  shares: { fully: number; partly: number; not: number; noData: number; missing: number } | null;
  fullyAddressed: Indicator;
  atLeastPartlyAddressed: Indicator;
  decimals: 0 | 1;
}

/** No decimals under 50 items: a decimal there would be finer than one priority. */
export function decimalsFor(denominator: number): 0 | 1 {
  return denominator < 50 ? 0 : 1;
}

/**
 * The figures of one set of priorities, by the rules of docs/methodology.md: counts first, two named indicators (never a
 * bare "addressed"), shares of a frozen denominator that sum to 100, bounds in place of a confidence interval.
 */
export function computeFigures(counts: StatusCounts, size: FrozenSize): Figures {
  const { fully, partly, not, noData, notAssessable } = counts;
  const { inRecord, assessed, whole, denominator, missing, basis } = divide(counts, size);
  const decimals = decimalsFor(denominator);
  const shares = basis === 'none' ? null : sharesOf([fully, partly, not, noData, missing], decimals);
  const given = { counts, denominator, decimals, missing };
  return {
    counts,
    whole,
    read: assessed + notAssessable,
    notInRecord: whole.count - inRecord,
    denominator,
    missing,
    basis,
    comparable: basis === 'whole',
    shares,
    fullyAddressed: indicatorOf(given, ['fully'], shares && shares.fully),
    atLeastPartlyAddressed: indicatorOf(
      given,
      ['fully', 'partly'],
      shares && addShares([shares.fully, shares.partly], decimals),
    ),
    decimals,
  };
}

/** What the shares of a set divide by, and how much of it has a status. */
function divide(counts: StatusCounts, size: FrozenSize) {
  const { fully, partly, not, noData, notAssessable, notAssessed } = counts;
  const assessed = fully + partly + not + noData;
  const inRecord = assessed + notAssessable + notAssessed;
  const whole = wholeOf(size, inRecord);
  const denominator = whole.count - notAssessable;
  const missing = denominator - assessed;
  const basis: Figures['basis'] =
    assessed === 0 ? 'none' : missing === 0 && whole.is === 'exact' ? 'whole' : 'readable';
  return { inRecord, assessed, whole, denominator, missing, basis };
}

/** Of the figures, what a comparison of many sets needs: the same numbers for a tenth of the work. */
export type Comparison = Pick<Figures, 'comparable' | 'denominator'> & {
  fullyAddressed: Pick<Indicator, 'count'>;
  atLeastPartlyAddressed: Pick<Indicator, 'count'>;
};

export function comparisonOf(counts: StatusCounts, size: FrozenSize): Comparison {
  const { denominator, basis } = divide(counts, size);
  return {
    comparable: basis === 'whole',
    denominator,
    fullyAddressed: { count: counts.fully },
    atLeastPartlyAddressed: { count: counts.fully + counts.partly },
  };
}

function sharesOf(parts: readonly number[], decimals: 0 | 1) {
  const [fully = 0, partly = 0, not = 0, noData = 0, missing = 0] = apportion(parts, decimals);
  return { fully, partly, not, noData, missing };
}
