import type { StatusCount } from '#ui/status/status.ts';
import type { StatusCounts } from './figures.ts';

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
