import { z } from 'zod';

/** Filters of the list of experiences, as they stand in its address; anything else there is as if it were not. */
export const experienceFilter = z.object({
  field: z.string().max(100).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
  tried: z.enum(['others', 'wanted']).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type ExperienceFilter = z.infer<typeof experienceFilter>;
