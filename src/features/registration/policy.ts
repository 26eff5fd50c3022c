import { holdsForNetwork, holdsIn, type Actor } from '#features/accounts/actor.ts';

/** Whose an event is: a municipality's, or the whole network's. */
export interface Held {
  municipalityId: string | null;
  organisationId: string;
}

/** Whether somebody sets what is asked and how many places there are, and reads who comes. */
export function managesRegistration(actor: Actor, held: Held): boolean {
  return holdsFor(actor, held, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Whether somebody works at the door: sees who has a place, by name alone, and checks them in. */
export function worksAtDoor(actor: Actor, held: Held): boolean {
  return managesRegistration(actor, held) || holdsFor(actor, held, 'facilitator');
}

function holdsFor(actor: Actor, { municipalityId, organisationId }: Held, role: 'editor' | 'facilitator'): boolean {
  if (municipalityId !== null) return holdsIn(actor, municipalityId, role);
  if (holdsForNetwork(actor, role)) return true;
  // An event of the whole network is run by the people of the organisation that holds it.
  return (
    actor.kind === 'account' &&
    actor.grants.some(
      (grant) =>
        grant.role === role &&
        grant.scope.kind === 'organisation' &&
        grant.scope.organisationId === organisationId,
    )
  );
}
