import { z } from 'zod';
import { eventKinds } from './event.ts';

/** Filters of the list of events, as they stand in its URL; anything else there is as if it were not. */
export const eventFilter = z.object({
  kind: z.enum(eventKinds).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  /** Key of the last event on the page before. */
  after: z.string().max(200).optional().catch(undefined),
});

export type EventFilter = z.infer<typeof eventFilter>;
