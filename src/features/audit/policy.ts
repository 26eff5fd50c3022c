import { holdsForNetwork, holdsIn, type Actor } from '#features/accounts/actor.ts';
import type { AuditedEvent } from './event.ts';
import { ruleOf } from './kinds.ts';

/** Whether someone may search in the audit of the whole installation. */
export function maySearchAudit(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator', 'administrator');
}

/**
 * Whether someone may read an event: coordinators all; administrators what happened to accounts; people of a municipality's
 * organisations what happened to its objects; everyone what happened to their own account. A kind can hide more.
 */
export function mayReadEvent(actor: Actor, event: AuditedEvent): boolean {
  const { readers, isHidden } = ruleOf(event.subjectKind);
  if (isHidden?.(actor, event)) return false;
  if (isOwnAccount(actor, event) || holdsForNetwork(actor, 'coordinator')) return true;
  switch (readers) {
    case 'coordinator':
      return false;
    case 'administrator':
      return holdsForNetwork(actor, 'administrator');
    case 'organisation':
      return (
        event.municipalityId !== null &&
        holdsIn(actor, event.municipalityId, 'facilitator', 'monitor', 'editor')
      );
  }
}

function isOwnAccount(actor: Actor, { subjectKind, subjectId }: AuditedEvent): boolean {
  return actor.kind === 'account' && subjectKind === 'account' && subjectId === actor.id;
}
