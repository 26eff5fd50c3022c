import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import type { MessageKey } from '#i18n/translate.ts';
import { DomainError } from '#server/errors.ts';

/** The account that acts. @throws forbidden */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'only an account acts here');
  return actor.id;
}

/** The member organisation for which someone speaks in a municipality; null: its town hall, or the network. */
export function organisationOf(actor: Actor, municipalityId: string): string | null {
  return organisationsIn(actor, municipalityId, 'editor', 'facilitator', 'monitor')[0] ?? null;
}

/** What a person can mend. */
export function refuse(field: string, key: MessageKey) {
  return { kind: 'refused' as const, faults: [{ field, key }] };
}
