import { z } from 'zod';
import { searchKinds } from './kinds.ts';

/** What is looked for, as it stands in the page's address. */
export const searchFilter = z.object({
  q: z.string().catch(''),
  kind: z.enum(searchKinds).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(1000).max(9999).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1000).optional().catch(undefined),
});

export type SearchFilter = z.infer<typeof searchFilter>;
