import { holdsForNetwork, organisationsOf, type Actor } from '#features/accounts/actor.ts';

/** Whether someone writes the next version of the methodology and publishes it. */
export function writesMethodology(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** The organisations for which someone signs it. */
export function signsFor(actor: Actor): string[] {
  return organisationsOf(actor, 'editor');
}

/** Whether someone reads in the workspace who has signed. */
export function worksOnMethodology(actor: Actor): boolean {
  return writesMethodology(actor) || signsFor(actor).length > 0;
}
