import { holdsForNetwork, type Actor } from '#features/accounts/actor.ts';

/** Whether someone writes what stood around the work, and makes it public. */
export function mayWorkOnContext(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}
