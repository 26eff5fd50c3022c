import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Anyone may dispute a published status. Who reads disputes as they came, and decides:

/** Reads disputes with what their senders wrote, and lets them into the record or not. */
export function admitsDisputes(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose disputes someone reads. */
export function disputesReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'editor');
}

/** What someone had to do with the status that is disputed. */
export interface Involvement {
  /** Coded a component of it, decided between its coders, or changed a code after the reply. */
  hasCoded: boolean;
  hasConflict: boolean;
}

/** Whether someone decides a dispute: those who read it, but for who made the status or has an interest in it. */
export function decidesDispute(
  actor: Actor,
  municipalityId: string,
  { hasCoded, hasConflict }: Involvement,
): boolean {
  return admitsDisputes(actor, municipalityId) && !hasCoded && !hasConflict;
}
