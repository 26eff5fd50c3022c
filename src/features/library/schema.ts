import { z } from 'zod';

/** Where a list that goes on page by page is to go on. */
export const pageFilter = z.object({
  after: z.string().max(200).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
});
