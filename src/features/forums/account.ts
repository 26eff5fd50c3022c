import type { Actor } from '#features/accounts/actor.ts';

/** The account that acts, for what is written down of it; policies let nobody else so far. */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new Error('only an account acts here');
  return actor.id;
}
