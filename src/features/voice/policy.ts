import { holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Anyone may answer. Who looks at what residents wrote and photographed before it is shown:

export function moderatesViews(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** The municipalities whose residents' words someone looks at. */
export function moderationReach(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'editor');
}
