import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who writes, prepares and publishes statuses. What is published, everyone may see.

/** Writes what the public reads about a status, prepares the publication, and writes corrections. */
export function preparesStatuses(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** Lets become public what another person has prepared: an editor for their own municipalities, a coordinator everywhere. */
export function publishesStatuses(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Sees statuses that are not public yet. Coders see their own tasks elsewhere; the town hall sees its draft by its own way. */
export function seesPublication(actor: Actor, municipalityId: string): boolean {
  return publishesStatuses(actor, municipalityId);
}

/** The municipalities whose publications someone sees. */
export function publicationsReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'editor');
}

/** Whether one person may publish what another prepared: never what they prepared themselves. */
export function isAnother(actor: Actor, preparedBy: string | null): boolean {
  return actor.kind === 'account' && preparedBy !== null && actor.id !== preparedBy;
}
