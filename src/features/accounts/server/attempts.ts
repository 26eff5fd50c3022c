import type { App } from '#server/app.ts';
import { rest, secondsToWait } from '../attempts.ts';
import * as store from './attempts-store.ts';
import { hashOf } from './token.ts';

/** What is tried: a password or a link for an address, a code of an account. */
type Tried = `${'password' | 'current' | 'link' | 'code'} ${string}`;

/**
 * Counts a try before it is made, whether the account exists or not, in the database: a restart forgives nothing.
 * @returns seconds to wait; 0 where it may be made
 */
export async function countTry(app: App, tried: Tried): Promise<number> {
  const now = app.clock();
  const forgotten = new Date(now.getTime() - rest);
  const { tries, since } = await store.countTry(app.db, hashOf(tried), now, forgotten);
  return secondsToWait(tries, since, now);
}

export async function forgetTries(app: App, tried: Tried): Promise<void> {
  await store.forgetTries(app.db, hashOf(tried));
  await store.deleteOldTries(app.db, new Date(app.clock().getTime() - rest));
}
