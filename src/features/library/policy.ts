import { holdsForNetwork, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** The organisations whose publications and shelves someone keeps; 'all' for those of the network. */
export function libraryReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  if (actor.kind === 'nobody') return [];
  const own = actor.grants.flatMap(({ role, scope }) =>
    role === 'editor' && scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
  return [...new Set(own)];
}

/** Whether someone adds publications and shelves anywhere. */
export function keepsLibrary(actor: Actor): boolean {
  const reach = libraryReach(actor);
  return reach === 'all' || reach.length > 0;
}

/** Whether someone writes, publishes and corrects what this organisation brings out; null: the whole network. */
export function mayKeepFor(actor: Actor, organisationId: string | null): boolean {
  const reach = libraryReach(actor);
  return reach === 'all' || (organisationId !== null && reach.includes(organisationId));
}

/** Whether someone may say that a publication is about this municipality. */
export function mayTellOf(actor: Actor, municipalityId: string): boolean {
  if (holdsForNetwork(actor, 'coordinator')) return true;
  const reach = municipalitiesOf(actor, 'editor');
  return reach === 'all' || reach.includes(municipalityId);
}
