import { z } from 'zod';

/** Filters of the monitoring pages, as they stand in the URL. */
export const monitoringFilter = z.object({
  /** Key of a mandate; the newest with figures where left out. */
  mandate: z.string().max(100).optional().catch(undefined),
  /** Key of a round of it, for the spread and the fields; the latest with figures where left out. */
  round: z.string().max(100).optional().catch(undefined),
  field: z.string().max(100).optional().catch(undefined),
  /** Key of the last municipality on the page before. */
  after: z.string().max(200).optional().catch(undefined),
});

export type MonitoringFilter = z.infer<typeof monitoringFilter>;

/** Where the list of corrections goes on. */
export const correctionFilter = z.object({ after: z.string().max(220).optional().catch(undefined) });

/** Of which round a comparison by field and competence is. */
export const comparisonFilter = monitoringFilter.pick({ round: true });
