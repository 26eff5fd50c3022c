import { createHmac } from 'node:crypto';
import { hashOf } from '#features/accounts/server/token.ts';
import type { App } from '#server/app.ts';
import { secretOf } from '#server/secret.ts';

type Secrets = Pick<App, 'config'>;

function derived(app: Secrets, purpose: string, id: string, bytes: number): string {
  const made = createHmac('sha256', secretOf(app.config)).update(`${purpose} ${id}`).digest();
  return made.subarray(0, bytes).toString('base64url');
}

/**
 * What stands in somebody's link: made of the installation's secret each time that a mail needs it, so that it is stored nowhere
 * and every mail has the same.
 */
export function linkToken(app: Secrets, registrationId: string): string {
  return derived(app, 'registration-link', registrationId, 32);
}

/** What the code for the door holds; it opens nothing. */
export function doorCode(app: Secrets, registrationId: string): string {
  return `POP-${derived(app, 'registration-door', registrationId, 12)}`;
}

/** What the database knows a token or code by. */
export function sha256Of(token: string): string {
  return hashOf(token).toString('hex');
}

/** Whether something could be a link's token at all, before the database is asked. */
export function isToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}
