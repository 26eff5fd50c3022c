import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with requests for information. Those who gather evidence ask for it; coordinators read.

const askers = ['monitor', 'editor'] as const;

export function seesRequests(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...askers) || holdsForNetwork(actor, 'coordinator');
}

/** Writes a request, hands it in, and writes down what came of it. */
export function asksForInformation(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...askers);
}

/** The municipalities whose requests someone sees. */
export function requestsReach(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : municipalitiesOf(actor, ...askers);
}

/** Those of which someone asks. */
export function asksOf(actor: Actor): string[] {
  const reach = municipalitiesOf(actor, ...askers);
  return reach === 'all' ? [] : reach;
}

export function hasRequests(actor: Actor): boolean {
  const reach = requestsReach(actor);
  return reach === 'all' || reach.length > 0;
}
