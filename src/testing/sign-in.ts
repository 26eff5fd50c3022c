import { openSession } from '#features/accounts/server/session.ts';
import type { App } from '#server/app.ts';

/**
 * Opens a session for an account, as if it had signed in.
 * @returns the Cookie header of its requests
 * @example const cookie = await signIn(app, account.id); await fetch(url, { headers: { cookie } });
 */
export async function signIn(
  app: App,
  accountId: string,
  { passedSecondFactor = true }: { passedSecondFactor?: boolean } = {},
): Promise<string> {
  const session = { accountId, way: 'password', passedSecondFactor, userAgent: 'test' } as const;
  const { name, value } = await openSession(app, app.db, session);
  return `${name}=${value}`;
}
