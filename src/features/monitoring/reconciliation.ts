import type { Figures } from './figures.ts';

/** Percentages that the network published for one set of priorities. */
export interface PublishedSplit {
  fully: number;
  partly: number;
  not: number;
  /** Priorities of the set, as published. */
  total: number | null;
}

export type Reconciliation =
  | { kind: 'same' }
  /** The record holds fewer rows than the published figure counts. */
  | { kind: 'rows-missing'; read: number; total: number }
  /** A whole split of the published total rounds to the published percentages, and it is not ours. */
  | { kind: 'unexplained' };

/** Why a published split and the one of our rows differ, as far as the rows can tell. */
export function reconcile(published: PublishedSplit, figures: Figures): Reconciliation {
  const { counts, denominator, shares } = figures;
  if (published.total !== null && denominator < published.total) {
    return { kind: 'rows-missing', read: denominator, total: published.total };
  }
  if (shares === null) return { kind: 'unexplained' };
  const same = ([counts.fully, counts.partly, counts.not] as const).every((count, index) => {
    const percent = [published.fully, published.partly, published.not][index] ?? 0;
    return Math.abs((count * 100) / denominator - percent) <= 0.5;
  });
  return same ? { kind: 'same' } : { kind: 'unexplained' };
}

/**
 * Every split of a total into fully, partly and not whose percentages, rounded to whole ones, are those published: what
 * the published percentages can have been made of.
 */
export function possibleSplits({
  fully,
  partly,
  not,
  total,
}: PublishedSplit): { fully: number; partly: number; not: number }[] {
  if (total === null) return [];
  const candidates = (percent: number) => {
    const around = (percent * total) / 100;
    const reach = Math.ceil(total / 200) + 1;
    const list: number[] = [];
    for (
      let n = Math.max(0, Math.floor(around) - reach);
      n <= Math.min(total, Math.ceil(around) + reach);
      n += 1
    ) {
      if (Math.round((n * 100) / total) === percent) list.push(n);
    }
    return list;
  };
  return candidates(fully).flatMap((a) =>
    candidates(partly).flatMap((b) =>
      candidates(not).includes(total - a - b) ? [{ fully: a, partly: b, not: total - a - b }] : [],
    ),
  );
}
