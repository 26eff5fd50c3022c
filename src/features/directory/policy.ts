import { holdsForNetwork, organisationsOf, type Actor } from '#features/accounts/actor.ts';
import type { Subject } from './subject.ts';

/** Whether someone keeps the whole directory: members, donors, programmes, partners. */
export function keepsDirectory(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Whether someone changes an entry: its organisation's own editor, or who keeps the directory. */
export function mayChangeEntry(actor: Actor, subject: Subject, id: string): boolean {
  return (
    keepsDirectory(actor) || (subject === 'organisation' && organisationsOf(actor, 'editor').includes(id))
  );
}

/** Entries that are made here; organisations come by joining. */
export function mayAddEntry(actor: Actor, subject: Subject): boolean {
  return keepsDirectory(actor) && subject !== 'organisation';
}

export function worksOnDirectory(actor: Actor): boolean {
  return keepsDirectory(actor) || organisationsOf(actor, 'editor').length > 0;
}
