import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Whether someone plans forums, runs the clock and writes answers down in a municipality. */
export function mayWorkOnForums(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor', 'facilitator');
}

/** Whether what someone saves may be seen by all at once: candidates, answers, residents' questions. */
export function mayPublishForums(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** Whether someone reads the work of a municipality's forums before it is public. */
export function mayReadForums(actor: Actor, municipalityId: string): boolean {
  return mayWorkOnForums(actor, municipalityId) || holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose forums someone reads. */
export function forumsReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'editor', 'facilitator');
}
