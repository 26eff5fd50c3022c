import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';

const writers: readonly Role[] = ['facilitator', 'monitor', 'editor', 'municipality-contact'];

/** Whether someone tells experiences of a municipality: its members, and its town hall. */
export function mayWrite(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...writers);
}

/** Whether someone reads what is written of a municipality before it is public. */
export function mayRead(actor: Actor, municipalityId: string): boolean {
  return mayWrite(actor, municipalityId) || holdsForNetwork(actor, 'coordinator');
}

/** Whether someone decides what of a municipality becomes public. */
export function mayReview(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Whether someone publishes this: nobody what they handed in themselves. */
export function mayPublish(
  actor: Actor,
  work: { municipalityId: string; writtenBy: string | null },
): boolean {
  return mayReview(actor, work.municipalityId) && actor.kind === 'account' && actor.id !== work.writtenBy;
}

/** The municipalities of which someone tells. */
export function writesIn(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, ...writers);
}

/** The municipalities whose work on experiences someone reads. */
export function experiencesReach(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : writesIn(actor);
}

/** Whether someone belongs to the network or to a town hall, and so asks and answers among them. */
export function isAmongMembers(actor: Actor): boolean {
  const reach = experiencesReach(actor);
  return reach === 'all' || reach.length > 0;
}
