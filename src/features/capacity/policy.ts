import { holdsForNetwork, organisationsOf, type Actor } from '#features/accounts/actor.ts';

/** The organisations that someone assesses: their own. Coordinators read them all, to plan trainings. */
export function assesses(actor: Actor): string[] {
  return organisationsOf(actor, 'editor');
}

export function readsAssessment(actor: Actor, organisationId: string): boolean {
  return holdsForNetwork(actor, 'coordinator') || assesses(actor).includes(organisationId);
}

export function worksOnCapacity(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator') || assesses(actor).length > 0;
}
