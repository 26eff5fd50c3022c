import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { countTry, forgetTries } from './attempts.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { seal, unseal } from './sealed.ts';
import * as store from './second-factor-store.ts';
import { passSecondFactor } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';
import { base32, keyAddress, newKey, stepOfCode } from './totp.ts';

/** Whose session asks. */
export interface Own {
  account: { id: string; email: string };
  sessionId: string;
}

export type CodeCheck = { kind: 'wrong' } | { kind: 'resting'; seconds: number };

/** The key of an authenticator that is being set up; undefined where one is in force. */
export async function startAuthenticator(app: App, { account }: Own, issuer: string) {
  await store.beginAuthenticator(
    app.db,
    account.id,
    seal(app.config, 'authenticator', newKey()),
    app.clock(),
  );
  const known = await store.readAuthenticator(app.db, account.id);
  if (!known || known.confirmedAt !== null) return undefined;
  const key = unseal(app.config, 'authenticator', known.sealedKey);
  return { text: base32(key), address: keyAddress(key, account.email, issuer) };
}

/**
 * Puts an authenticator in force by its first code; this session has passed the second factor then.
 * @returns the session's new cookie, and codes for the day when the telephone is lost: shown once, stored nowhere
 */
export async function confirmAuthenticator(
  app: App,
  own: Own,
  code: string,
  requestId: string,
): Promise<{ kind: 'done'; cookie: SessionCookie; recoveryCodes: string[] } | CodeCheck> {
  const accountId = own.account.id;
  const seconds = await countTry(app, `code ${accountId}`);
  if (seconds > 0) return { kind: 'resting', seconds };
  const outcome = await inTransaction(app.db, async (tx) => {
    const known = await store.readAuthenticator(tx, accountId);
    if (!known || known.confirmedAt !== null || !(await takeCode(app, tx, accountId, known, code))) {
      return { kind: 'wrong' } as const;
    }
    await store.confirmAuthenticator(tx, accountId, app.clock());
    await store.noteSecondFactor(tx, accountId);
    const recoveryCodes = await giveRecoveryCodes(app, tx, accountId);
    const subject = { kind: 'account', id: accountId };
    await recordAudit(tx, { actor: accountId, action: 'add-authenticator', subject, requestId });
    const cookie = await passSecondFactor(app, tx, own);
    return { kind: 'done', cookie, recoveryCodes } as const;
  });
  if (outcome.kind === 'done') await forgetTries(app, `code ${accountId}`);
  return outcome;
}

/** Goes the second half of the way: a code of the authenticator, or one of the recovery codes. */
export async function passByCode(
  app: App,
  own: Own,
  code: string,
  requestId: string,
): Promise<{ kind: 'done'; cookie: SessionCookie } | CodeCheck> {
  const accountId = own.account.id;
  const seconds = await countTry(app, `code ${accountId}`);
  if (seconds > 0) return { kind: 'resting', seconds };
  const cookie = await inTransaction(app.db, async (tx) => {
    const way = await wayOfCode(app, tx, accountId, code);
    if (way === undefined) return undefined;
    const subject = { kind: 'account', id: accountId };
    await recordAudit(tx, {
      actor: accountId,
      action: 'pass-second-factor',
      subject,
      after: { way },
      requestId,
    });
    return passSecondFactor(app, tx, own);
  });
  if (!cookie) return { kind: 'wrong' };
  await forgetTries(app, `code ${accountId}`);
  return { kind: 'done', cookie };
}

async function wayOfCode(app: App, db: Db, accountId: string, code: string) {
  const known = await store.readAuthenticator(db, accountId);
  if (known?.confirmedAt && (await takeCode(app, db, accountId, known, code))) return 'authenticator';
  const hash = hashOfRecoveryCode(app.config, code);
  return (await store.useRecoveryCode(db, accountId, hash, app.clock())) ? 'recovery-code' : undefined;
}

async function takeCode(
  app: App,
  db: Db,
  accountId: string,
  { sealedKey, lastStep }: { sealedKey: string; lastStep: number },
  code: string,
): Promise<boolean> {
  const key = unseal(app.config, 'authenticator', sealedKey);
  const step = stepOfCode(key, code.replaceAll(/\s/g, ''), app.clock(), lastStep);
  return step !== undefined && store.takeStep(db, accountId, step);
}

async function giveRecoveryCodes(app: App, db: Db, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await store.replaceRecoveryCodes(
    db,
    accountId,
    codes.map((code) => hashOfRecoveryCode(app.config, code)),
  );
  return codes;
}

/** New recovery codes in place of the old ones. */
export async function renewRecoveryCodes(app: App, { account }: Own, requestId: string): Promise<string[]> {
  return inTransaction(app.db, async (tx) => {
    const subject = { kind: 'account', id: account.id };
    await recordAudit(tx, { actor: account.id, action: 'renew-recovery-codes', subject, requestId });
    return giveRecoveryCodes(app, tx, account.id);
  });
}

/** Takes the authenticator away. Without any second factor, recovery codes are of no use either. */
export async function removeAuthenticator(app: App, { account }: Own, requestId: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    await store.deleteAuthenticator(tx, account.id);
    if (!(await store.noteSecondFactor(tx, account.id))) await store.replaceRecoveryCodes(tx, account.id, []);
    const subject = { kind: 'account', id: account.id };
    await recordAudit(tx, { actor: account.id, action: 'remove-authenticator', subject, requestId });
  });
}

/** What an account has: whether an authenticator is in force, and how many recovery codes are left. */
export async function readSecondFactors(app: App, accountId: string) {
  const [authenticator, codes] = await Promise.all([
    store.readAuthenticator(app.db, accountId),
    store.countRecoveryCodes(app.db, accountId),
  ]);
  return { hasAuthenticator: authenticator?.confirmedAt != null, recoveryCodesLeft: codes };
}
