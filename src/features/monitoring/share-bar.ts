import type { Figures } from './figures.ts';
import { statuses, type Status } from './status.ts';

export interface ShareBar {
  counts: { status: Status; count: number }[];
  /** For each count, as shown, summing to 100; empty where nothing has a status. */
  percents: number[];
}

/**
 * The denominator of figures in the form that the charts of ui/ draw. Priorities that are not in the record are drawn
 * as not yet assessed; those outside the percentages are not drawn.
 */
export function shareBarOf({ counts, missing, shares }: Figures): ShareBar {
  const bar = {
    fully: { count: counts.fully, percent: shares?.fully },
    partly: { count: counts.partly, percent: shares?.partly },
    not: { count: counts.not, percent: shares?.not },
    'no-data': { count: counts.noData, percent: shares?.noData },
    'not-assessed': { count: missing, percent: shares?.missing },
    'not-assessable': undefined,
  };
  return {
    counts: statuses.flatMap((status) => {
      const piece = bar[status];
      return piece ? [{ status, count: piece.count }] : [];
    }),
    percents: statuses.flatMap((status) => bar[status]?.percent ?? []),
  };
}
