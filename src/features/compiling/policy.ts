import { holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Facilitators and editors of a member organisation compile for its municipalities. */
export function canCompile(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'facilitator', 'editor');
}

/** Coordinators read every board; for anyone else there is none. */
export function canSeeBoard(actor: Actor, municipalityId: string): boolean {
  return canCompile(actor, municipalityId) || holdsIn(actor, municipalityId, 'coordinator');
}

/** An order of the candidates is decided by an editor, who answers for the contract. */
export function canDecideOrder(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** The municipalities whose boards the actor may open. */
export function boardsOf(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'facilitator', 'editor', 'coordinator');
}
