import { holdsForNetwork, organisationsOf, type Actor } from '#features/accounts/actor.ts';

/** The organisations for which someone declares interests and funding. */
export function declaresFor(actor: Actor): string[] {
  return organisationsOf(actor, 'editor');
}

/** Those whose declarations someone follows in the workspace; what is declared is public. */
export function declarationsFollowed(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : declaresFor(actor);
}

export function followsDeclarations(actor: Actor): boolean {
  const followed = declarationsFollowed(actor);
  return followed === 'all' || followed.length > 0;
}
