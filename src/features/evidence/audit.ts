import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';

const told = z.object({ visibility: z.literal('private'), named: z.array(z.string()) });

/** Whether an event tells of an item that was private then, and the reader was not among those named to see it. */
export function hidesPrivateEvidence(
  actor: Actor,
  event: { actor: string; before: unknown; after: unknown },
): boolean {
  return [event.before, event.after].some((state) => {
    const found = told.safeParse(state);
    if (!found.success) return false;
    return actor.kind !== 'account' || !found.data.named.includes(actor.id);
  });
}
