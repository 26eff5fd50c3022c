import { holdsForNetwork, holdsIn, organisationsOf, type Actor } from '#features/accounts/actor.ts';
import type { Subject } from './subject.ts';

/** Whether someone keeps the whole directory: members, donors, programmes, partners. */
export function keepsDirectory(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Whether someone adds and renames administrative units of a municipality: who keeps the directory, or a member's editor there. */
export function keepsPlaces(actor: Actor, municipalityId: string): boolean {
  return keepsDirectory(actor) || holdsIn(actor, municipalityId, 'editor');
}

/** An entry as far as it decides on who may change it; municipalityId: of an administrative unit. */
interface Asked {
  subject: Subject;
  id: string;
  municipalityId: string | null;
}

/** Whether someone changes an entry: its organisation's own editor, of a place its members' editors, or who keeps the directory. */
export function mayChangeEntry(actor: Actor, { subject, id, municipalityId }: Asked): boolean {
  if (keepsDirectory(actor)) return true;
  if (subject === 'organisation') return organisationsOf(actor, 'editor').includes(id);
  return subject === 'administrative_unit' && municipalityId !== null && keepsPlaces(actor, municipalityId);
}

/** Entries that are made here; organisations and their memberships come by joining, places on a page of their municipality. */
export function mayAddEntry(actor: Actor, subject: Subject): boolean {
  const comesOtherwise: readonly Subject[] = ['organisation', 'membership', 'administrative_unit'];
  return keepsDirectory(actor) && !comesOtherwise.includes(subject);
}

export function worksOnDirectory(actor: Actor): boolean {
  return keepsDirectory(actor) || organisationsOf(actor, 'editor').length > 0;
}
