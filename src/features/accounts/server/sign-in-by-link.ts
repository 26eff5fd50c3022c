import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { markVerified } from './accounts-store.ts';
import { useLink } from './links.ts';
import { openSession } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Signs in by the link of a mail. @returns undefined where it does not work, or no more */
export async function signInByLink(
  app: App,
  token: string,
  request: { id: string; userAgent: string },
): Promise<SessionCookie | undefined> {
  return inTransaction(app.db, async (tx) => {
    const link = await useLink(app, tx, 'sign-in', token);
    if (!link) return undefined;
    const { accountId } = link;
    await markVerified(tx, accountId);
    await recordAudit(tx, {
      actor: accountId,
      action: 'sign-in',
      subject: { kind: 'account', id: accountId },
      after: { way: 'link' },
      requestId: request.id,
    });
    const session = { accountId, way: 'link', passedSecondFactor: false } as const;
    return openSession(app, tx, { ...session, userAgent: request.userAgent });
  });
}
