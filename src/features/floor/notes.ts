import { z } from 'zod';

/** What a browser has just done. */
const acts = ['asked', 'voted', 'speaking', 'left'] as const;

/** What the page of a floor looks at in its address. */
export const floorQuery = z.object({
  /** What is to be drawn, by its mark: such a page is the same for everyone. */
  at: z.string().max(64).optional().catch(undefined),
  item: z.uuid().optional().catch(undefined),
  done: z.enum(acts).optional().catch(undefined),
  counted: z.uuid().optional().catch(undefined),
});

export type FloorNotes = z.output<typeof floorQuery>;
