import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Where an article belongs: in a municipality, or (null) in the whole network. */
export type Place = string | null;

/** Whether someone writes articles there: members for their municipality, editors and coordinators for the network too. */
export function writesArticles(actor: Actor, place: Place): boolean {
  if (place !== null) return holdsIn(actor, place, 'facilitator', 'monitor', 'editor', 'coordinator');
  return holdsForNetwork(actor, 'coordinator') || municipalitiesOf(actor, 'editor').length > 0;
}

/** Whether someone reviews and publishes there what another wrote. */
export function publishesArticles(actor: Actor, place: Place): boolean {
  return place === null
    ? holdsForNetwork(actor, 'coordinator')
    : holdsIn(actor, place, 'editor', 'coordinator');
}

/** Whether someone keeps what concerns the whole site: old addresses, what is brought over from other sites. */
export function keepsAddresses(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose drafts someone reads. */
export function articlesReach(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'facilitator', 'monitor', 'editor', 'coordinator');
}

/** Whether there is anything for someone to do with articles. */
export function worksOnArticles(actor: Actor): boolean {
  return articlesReach(actor).length > 0;
}

/** Nobody reviews what they wrote last themselves. */
export function isAnother(actor: Actor, writtenBy: string): boolean {
  return actor.kind === 'account' && actor.id !== writtenBy;
}
