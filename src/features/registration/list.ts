import { z } from 'zod';
import { modes, registrationStates } from './mode.ts';

/** Which part of the list is shown; what makes no sense in an address is as if it were not there. */
export const listFilter = z.object({
  mode: z.enum(modes).optional().catch(undefined),
  state: z.enum(registrationStates).optional().catch(undefined),
  /** The number in line after which it goes on. */
  after: z.coerce.number().int().min(0).max(1_000_000_000).optional().catch(undefined),
});
export type ListFilter = z.output<typeof listFilter>;
