import { holdsForNetwork, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Who may plan the network's cycles: the coordinator. */
export function mayPlanCycles(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose cycle someone may follow in the workspace; 'all' for those who work for the network. */
export function followedMunicipalities(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'facilitator', 'monitor', 'editor', 'municipality-contact', 'coordinator');
}
