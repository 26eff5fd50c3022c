import { z } from 'zod';

/** Filters of the list of contracts, as they stand in its URL. */
export const contractFilter = z.object({
  mandate: z.string().max(100).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
