import type { StatusCount } from '#ui/status/status.ts';
import type { Figures, StatusCounts } from './figures.ts';
import { shareBarOf } from './share-bar.ts';

/** Counts in the order in which the design system draws them. */
export function asStatusCounts(counts: StatusCounts): StatusCount[] {
  return [
    { status: 'fully', count: counts.fully },
    { status: 'partly', count: counts.partly },
    { status: 'not', count: counts.not },
    { status: 'no-data', count: counts.noData },
    { status: 'not-assessed', count: counts.notAssessed },
    { status: 'not-assessable', count: counts.notAssessable },
  ];
}

/** What the shares divide by, as far as it stands in the record; `shareBarOf` has the rest of the contract too. */
export function assessedCounts(counts: StatusCounts): StatusCount[] {
  return asStatusCounts({ ...counts, notAssessable: 0 });
}

/** Percent of each of `assessedCounts`, as in the figures; nothing where nothing has a status. */
export function percentsOf(figures: Figures): number[] {
  const { percents } = shareBarOf(figures);
  return percents.length === 0 ? [] : [...percents, 0];
}
