import type { Actor } from '#features/accounts/actor.ts';
import { mayRun } from '#features/events/policy.ts';

/** Whether someone moderates what the audience does: whoever runs the event. */
export function mayModerateFloor(actor: Actor, gathering: { municipalityId: string | null }): boolean {
  return mayRun(actor, gathering);
}

/** Whether everyone may see the floor: not before the event itself is announced, nor once it is cancelled. */
export function isFloorPublic(state: string): boolean {
  return state === 'announced' || state === 'published';
}
