import { isAPIError } from 'better-auth/api';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { countTry, forgetTries } from './attempts.ts';
import { authOf } from './auth.ts';
import { sessionCookie, type SessionCookie } from './session-cookie.ts';

export type SignIn =
  | { kind: 'done'; cookie: SessionCookie }
  /** Wrong, or there is no such account: nobody is told which. */
  | { kind: 'refused' }
  | { kind: 'resting'; seconds: number };

/** Signs in by address and password. Where the account has a second factor, the session waits for it. */
export async function signInWithPassword(
  app: App,
  given: { email: string; password: string },
  request: { id: string; userAgent: string },
): Promise<SignIn> {
  const tried = `password ${given.email}` as const;
  const seconds = await countTry(app, tried);
  if (seconds > 0) return { kind: 'resting', seconds };
  const made = await openByPassword(app, given, request.userAgent);
  if (!made) return { kind: 'refused' };
  await forgetTries(app, tried);
  await recordAudit(app.db, {
    actor: made.accountId,
    action: 'sign-in',
    subject: { kind: 'account', id: made.accountId },
    after: { way: 'password' },
    requestId: request.id,
  });
  return { kind: 'done', cookie: sessionCookie(app.config, made.token) };
}

/** The session that better-auth opens; undefined where it refuses. It takes the same time for an account that is not there. */
async function openByPassword(app: App, body: { email: string; password: string }, userAgent: string) {
  try {
    const { token, user } = await authOf(app).api.signInEmail({
      body,
      headers: new Headers({ 'user-agent': userAgent.slice(0, 500) }),
    });
    return { token, accountId: user.id };
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return undefined;
    throw error;
  }
}
