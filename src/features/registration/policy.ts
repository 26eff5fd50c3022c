import type { Actor } from '#features/accounts/actor.ts';
import { mayPublish, mayRun } from '#features/events/policy.ts';

/** Whose an event is: a municipality's, or the whole network's. */
export interface Held {
  municipalityId: string | null;
  organisationId: string;
}

/** Whether somebody sets what is asked and how many places there are, says how many took part online, and takes the list along. */
export function managesRegistration(actor: Actor, held: Held): boolean {
  return mayPublish(actor, held);
}

/** Whether somebody reads who has registered, with answers and needs: who runs the event prepares for those who come. */
export function readsRegistrations(actor: Actor, held: Held): boolean {
  return mayRun(actor, held);
}

/**
 * Whether somebody works at the door: sees by name who has a place, and checks them in. A door needs hands: at an event of the whole
 * network also those of the organisation that holds it.
 */
export function worksAtDoor(actor: Actor, held: Held): boolean {
  if (mayRun(actor, held)) return true;
  if (actor.kind === 'nobody' || held.municipalityId !== null) return false;
  return actor.grants.some(
    ({ role, scope }) =>
      (role === 'editor' || role === 'facilitator') &&
      scope.kind === 'organisation' &&
      scope.organisationId === held.organisationId,
  );
}
