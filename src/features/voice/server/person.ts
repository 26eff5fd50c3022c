import { createHash } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';

interface Asked {
  priorityId: string;
  roundId: string;
}

function nameFor(who: string, { priorityId, roundId }: Asked): string {
  return createHash('sha256').update(`${who} ${priorityId} ${roundId}`).digest('hex');
}

/** Who answers, as this one question knows them: by another name in every other, so that answers cannot be put together. */
export function personOf(actor: Actor, secret: string, asked: Asked): string {
  return actor.kind === 'account' ? nameFor(`account ${actor.id}`, asked) : browserOf(secret, asked);
}

/** The name under which the same browser has answered without an account. */
export function browserOf(secret: string, asked: Asked): string {
  return nameFor(`browser ${secret}`, asked);
}
