import type { z } from 'zod';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { mayGrant } from '../policy.ts';
import type { acceptSchema } from '../schema.ts';
import { actorOf } from './actor.ts';
import { insertAccount, markVerified, readAccountByEmail, writePassword } from './accounts-store.ts';
import { acceptInvitation as accept } from './invitation-store.ts';
import { hashPassword } from './password-hash.ts';
import { boundRole, giveRole } from './people.ts';
import { openSession } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';
import { hashOf } from './token.ts';

type Accepting = z.output<typeof acceptSchema>;

/**
 * Takes an invitation up: makes the account, or takes the one that the address has, gives the role, and signs in. The link is
 * as good as a link by mail: for an account with a second factor, the session waits for it.
 * @returns undefined where the invitation is over, or whoever gave it may no longer give the role
 */
export async function acceptInvitation(
  app: App,
  command: Accepting,
  request: { id: string; userAgent: string },
): Promise<SessionCookie | undefined> {
  const hash = command.password === '' ? undefined : await hashPassword(command.password);
  return inTransaction(app.db, async (tx) => {
    const invitation = await accept(tx, hashOf(command.token), app.clock());
    if (!invitation) return undefined;
    const { email, role, organisationId, municipalityId, until, invitedBy } = invitation;
    const given = { role, organisationId, municipalityId };
    if (!(await mayStillGrant(app, tx, invitedBy, given))) return undefined;
    const accountId = await accountFor(app, tx, email, command, hash);
    await giveRole(app, tx, { ...given, accountId, until, grantedBy: invitedBy }, accountId);
    await recordAudit(tx, {
      actor: accountId,
      action: 'accept-invitation',
      subject: { kind: 'invitation', id: invitation.id },
      requestId: request.id,
    });
    const session = { accountId, way: 'link', passedSecondFactor: false } as const;
    return openSession(app, tx, { ...session, userAgent: request.userAgent });
  });
}

/** Who invited must still be one who may: a role that has ended invites nobody any more. */
async function mayStillGrant(
  app: App,
  db: Db,
  invitedBy: string | null,
  given: Parameters<typeof boundRole>[1],
): Promise<boolean> {
  if (invitedBy === null) return false;
  // On this transaction's connection: who holds one and waits for another may wait for ever.
  const inviter = await actorOf({ ...app, db }, invitedBy, true);
  return mayGrant(inviter, await boundRole(db, given, dayOf(app.clock())));
}

/** A password is set for a new account alone: whoever has one keeps their own. */
async function accountFor(
  app: App,
  db: Db,
  email: string,
  { name, language }: Accepting,
  hash: string | undefined,
): Promise<string> {
  const made = await insertAccount(db, { email, name, isVerified: true, language });
  if (made !== undefined) {
    if (hash !== undefined) await writePassword(db, made, hash, app.clock());
    return made;
  }
  const known = await readAccountByEmail(db, email);
  if (!known) throw new Error('the account went away meanwhile');
  await markVerified(db, known.id);
  return known.id;
}
