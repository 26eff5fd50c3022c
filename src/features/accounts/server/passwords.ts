import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { markVerified, writePassword } from './accounts-store.ts';
import { useLink } from './links.ts';
import { endLinks } from './links-store.ts';
import { hashPassword } from './password-hash.ts';
import { openSession } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';
import { endSessionRows } from './session-store.ts';

/**
 * Sets the password by a link that was sent or told, ends every other session, and signs in.
 * @returns undefined where the link does not work, or no more
 */
export async function setPasswordByLink(
  app: App,
  given: { token: string; password: string },
  request: { id: string; userAgent: string },
): Promise<SessionCookie | undefined> {
  const hash = await hashPassword(given.password);
  return inTransaction(app.db, async (tx) => {
    const link = await useLink(app, tx, 'password', given.token);
    if (!link) return undefined;
    const { accountId } = link;
    await writePassword(tx, accountId, hash, app.clock());
    await markVerified(tx, accountId);
    await endLinks(tx, accountId, app.clock());
    await endSessionRows(tx, accountId, app.clock());
    await recordAudit(tx, {
      actor: accountId,
      action: 'set-password',
      subject: { kind: 'account', id: accountId },
      requestId: request.id,
    });
    const session = { accountId, way: 'link', passedSecondFactor: false } as const;
    return openSession(app, tx, { ...session, userAgent: request.userAgent });
  });
}
