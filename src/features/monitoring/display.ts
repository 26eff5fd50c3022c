import type { StatusCount } from '#ui/status/status.ts';
import { apportion } from './largest-remainder.ts';
import type { Figures, StatusCounts } from './figures.ts';

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

/** Only those that the shares divide by: what a bar of 100 % is made of. */
export function assessedCounts(counts: StatusCounts): StatusCount[] {
  return asStatusCounts({ ...counts, notAssessed: 0, notAssessable: 0 });
}

/** Percent of each of `assessedCounts`, summing to 100 as shown. */
export function percentsOf(figures: Figures): number[] {
  return apportion(
    assessedCounts(figures.counts).map(({ count }) => count),
    figures.decimals,
  );
}
