import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with the town hall's reply while it is asked for and read. What is published, everyone may see.

/** Sends the draft, gives more time, types in what came on paper, reads the reply. */
export function handlesReplies(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Replies for the town hall. */
export function answersFor(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'municipality-contact');
}

/** The municipalities whose replies someone handles. */
export function repliesHandled(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : municipalitiesOf(actor, 'editor');
}

/** Those for which someone replies. */
export function repliesGiven(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'municipality-contact');
}

/** Whether someone has anything to do with replies. */
export function worksOnReplies(actor: Actor): boolean {
  return [repliesHandled(actor), repliesGiven(actor)].some((ids) => ids === 'all' || ids.length > 0);
}
