import type { Actor } from '#features/accounts/actor.ts';
import { DomainError } from '#server/errors.ts';

/** The account that acts. @throws forbidden for who has none */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'the work belongs to accounts');
  return actor.id;
}
