import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Where something is: its municipality. */
interface Placed {
  municipalityId: string;
}

/** Makes a new edition of the network's card, or takes an unused one away. */
export function mayMakeForms(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Sees the card as it is, before and beside any session. */
export function mayReadForms(actor: Actor): boolean {
  const places = municipalitiesOf(actor, 'facilitator', 'editor', 'coordinator');
  return places === 'all' || places.length > 0;
}

/** Enters, corrects and settles cards, and writes down what a group agreed on. */
export function mayEnterCards(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'facilitator', 'editor');
}

/** Reads what was entered, and its results before they are published. */
export function mayReadCards(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'facilitator', 'editor', 'coordinator');
}

/** Makes the results of a municipality part of the public record. */
export function mayPublishScores(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** The municipalities whose cards the actor sees. */
export function placesOfCards(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'facilitator', 'editor', 'coordinator');
}
