import type { Figures } from './figures.ts';
import { apportion } from './largest-remainder.ts';
import type { Split } from './possible-splits.ts';
import { decimalsOf, roundsTo } from './rounding.ts';

export { possibleSplits } from './possible-splits.ts';

/** Percentages, or counts, that the network published for one set of priorities. */
export interface PublishedSplit extends Split {
  /** Priorities of the set, as published. */
  total: number | null;
  /** Percentages where nothing is said. */
  unit?: 'count' | 'percent';
}

/** One published figure, as far as it bears on the rows. */
export interface PublishedValue {
  measure: string;
  value: number;
  unit: 'count' | 'percent';
  qualifier: 'exact' | 'about' | 'over' | 'at-least';
  outOf: number | null;
}

export type Reconciliation =
  | { kind: 'same' }
  /** The counts give the published percentage, rounded otherwise than ours. */
  | { kind: 'rounding' }
  /** The record holds fewer rows than the published figure counts. */
  | { kind: 'rows-missing'; read: number; total: number }
  /** "Addressed", and not in which sense: `fits` are the indicators of ours that give it. */
  | { kind: 'sense-not-stated'; fits: ('fully' | 'at-least-partly')[] }
  /** Every row is there, and the difference is not explained by the published rows. */
  | { kind: 'unexplained' };

const parts = ['fully', 'partly', 'not'] as const;

/** Why a published split and the one of our rows differ, as far as the rows can tell. */
export function reconcile(published: PublishedSplit, figures: Figures): Reconciliation {
  const missing = rowsMissing(published.total, figures);
  if (missing) return missing;
  const { counts, shares } = figures;
  const ours = published.unit === 'count' ? counts : shares;
  if (parts.every((part) => ours?.[part] === published[part])) return { kind: 'same' };
  return published.unit !== 'count' && isRounded(published, figures)
    ? { kind: 'rounding' }
    : { kind: 'unexplained' };
}

/** Whether our counts give the published percentages, each rounded by itself or all by largest remainder. */
function isRounded(published: Split, { counts, denominator, missing }: Figures): boolean {
  const decimals = decimalsOf(parts.map((part) => published[part]));
  const apportioned = apportion(
    [...parts.map((part) => counts[part]), counts.noData, missing],
    decimals === 0 ? 0 : 1,
  );
  return (
    parts.every((part) => roundsTo(counts[part], denominator, published[part], decimals)) ||
    parts.every((part, index) => apportioned[index] === published[part])
  );
}

/**
 * Why one published figure and ours differ, as far as the rows can tell.
 * @returns undefined for a measure that is not computed of rows, such as focus groups held
 */
export function reconcileValue(published: PublishedValue, figures: Figures): Reconciliation | undefined {
  const { counts, shares, denominator, fullyAddressed, atLeastPartlyAddressed } = figures;
  const gives = (count: number, share: number | null | undefined): Reconciliation => {
    const ours = published.unit === 'count' ? count : share;
    if (typeof ours === 'number' && holds(published, ours)) return { kind: 'same' };
    const isPercent = published.unit === 'percent' && denominator > 0;
    return isPercent && roundsTo(count, denominator, published.value, decimalsOf([published.value]))
      ? { kind: 'rounding' }
      : { kind: 'unexplained' };
  };
  switch (published.measure) {
    case 'priorities': {
      const inRecord = figures.whole.count - figures.notInRecord;
      return holds(published, inRecord) || inRecord > published.value
        ? gives(inRecord, null)
        : { kind: 'rows-missing', read: inRecord, total: published.value };
    }
    case 'addressed': {
      if (rowsMissing(published.outOf, figures)) return { kind: 'sense-not-stated', fits: [] };
      const fits = (indicator: typeof fullyAddressed) =>
        gives(indicator.count, indicator.share).kind !== 'unexplained';
      return {
        kind: 'sense-not-stated',
        fits: [
          ...(fits(fullyAddressed) ? (['fully'] as const) : []),
          ...(fits(atLeastPartlyAddressed) ? (['at-least-partly'] as const) : []),
        ],
      };
    }
    case 'fully':
    case 'partly':
    case 'not':
      return (
        rowsMissing(published.outOf, figures) ?? gives(counts[published.measure], shares?.[published.measure])
      );
    default:
      return undefined;
  }
}

/** Without a published total, the rows must be those of the whole contract. */
function rowsMissing(total: number | null, { read, whole, missing }: Figures): Reconciliation | undefined {
  if (total === null) return missing > 0 ? { kind: 'rows-missing', read, total: whole.count } : undefined;
  return read < total ? { kind: 'rows-missing', read, total } : undefined;
}

function holds({ value, qualifier }: PublishedValue, ours: number): boolean {
  switch (qualifier) {
    case 'exact':
    case 'about':
      return ours === value;
    case 'over':
      return ours > value;
    case 'at-least':
      return ours >= value;
  }
}
