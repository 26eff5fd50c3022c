import type { z } from 'zod';
import { forgetViewsOf } from '#features/voice/server/forget.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import type { emailSchema, passwordSchema, profileSchema } from '../schema.ts';
import type { Account } from '../visitor.ts';
import { readAccountByEmail, writePassword } from './accounts-store.ts';
import { countTry, forgetTries } from './attempts.ts';
import { hoursFrom, makeLink, useLink } from './links.ts';
import { endLinks } from './links-store.ts';
import * as store from './own-store.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { lockAdministrators, readOwnGrants } from './people-store.ts';
import { endSessionRow, endSessionRows, readSessions } from './session-store.ts';

export interface Own {
  account: Account;
  sessionId: string;
}

const done = { kind: 'done', value: null } as const;

function audit(db: Db, accountId: string, action: string, requestId: string) {
  return recordAudit(db, {
    actor: accountId,
    action,
    subject: { kind: 'account', id: accountId },
    requestId,
  });
}

/** What one's own page shows. */
export async function readOwnAccount(app: App, { account }: Own) {
  const [grants, sessions, password] = await Promise.all([
    readOwnGrants(app.db, account.language, account.id),
    readSessions(app.db, account.id, app.clock()),
    store.readPassword(app.db, account.id),
  ]);
  return { grants, sessions, hasPassword: password !== undefined };
}

export async function changeProfile(
  app: App,
  { account }: Own,
  profile: z.output<typeof profileSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  await inTransaction(app.db, async (tx) => {
    await store.updateProfile(tx, account.id, profile, app.clock());
    await audit(tx, account.id, 'change-profile', requestId);
  });
  return done;
}

/** What is wrong with a password that was given to prove oneself; an account without one proves itself by its session. */
async function passwordFault(app: App, accountId: string, given: string) {
  const known = await store.readPassword(app.db, accountId);
  if (known === undefined) return undefined;
  const tried = `current ${accountId}` as const;
  const seconds = await countTry(app, tried);
  if (seconds > 0) {
    const values = { minutes: Math.ceil(seconds / 60) };
    return {
      kind: 'refused',
      faults: [{ field: 'currentPassword', key: 'accounts.fault.resting', values }],
    } as const;
  }
  if (!(await verifyPassword({ hash: known, password: given }))) {
    return {
      kind: 'refused',
      faults: [{ field: 'currentPassword', key: 'accounts.fault.current' }],
    } as const;
  }
  await forgetTries(app, tried);
  return undefined;
}

/** Changes the password, or sets the first; every other session ends, and every link that was sent. */
export async function changePassword(
  app: App,
  own: Own,
  { currentPassword, password }: z.output<typeof passwordSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  const accountId = own.account.id;
  const fault = await passwordFault(app, accountId, currentPassword);
  if (fault) return fault;
  const hash = await hashPassword(password);
  await inTransaction(app.db, async (tx) => {
    await writePassword(tx, accountId, hash, app.clock());
    await endLinks(tx, accountId, app.clock());
    await endSessionRows(tx, accountId, app.clock(), own.sessionId);
    await audit(tx, accountId, 'set-password', requestId);
  });
  return done;
}

/** Sends a link to the new address; it is changed when the link is used. Whether the address has an account is not told. */
export async function askForEmail(
  app: App,
  { account }: Own,
  { email, currentPassword }: z.output<typeof emailSchema>,
): Promise<Outcome<null>> {
  const fault = await passwordFault(app, account.id, currentPassword);
  if (fault) return fault;
  if ((await countTry(app, `link ${email}`)) > 0) return done;
  await inTransaction(app.db, async (tx) => {
    if (await readAccountByEmail(tx, email)) return;
    const hours = 24;
    const token = await makeLink(app, tx, { accountId: account.id, purpose: 'email', email, hours });
    const t = translator(account.language);
    const link = `${app.config.publicUrl}/${account.language}/sign-in/email?token=${token}`;
    const words = { link, hours, site: t('site.name') };
    const subject = t('accounts.mail.email.subject', words);
    const text = t('accounts.mail.email.text', words);
    await queueMail(app, tx, { to: email, subject, text, secretUntil: hoursFrom(app, hours) });
  });
  return done;
}

/** Gives the account the address that a link was sent to, and tells the old one. @returns whether the link worked */
export async function confirmEmail(app: App, token: string, requestId: string): Promise<boolean> {
  return inTransaction(app.db, async (tx) => {
    const link = await useLink(app, tx, 'email', token);
    if (!link) return false;
    const before = await store.readAddress(tx, link.accountId);
    if (!before || !(await store.updateEmail(tx, link.accountId, link.email, app.clock()))) return false;
    const t = translator(before.language);
    const words = { site: t('site.name') };
    const subject = t('accounts.mail.email-changed.subject', words);
    await queueMail(app, tx, {
      to: before.email,
      subject,
      text: t('accounts.mail.email-changed.text', words),
    });
    await audit(tx, link.accountId, 'change-email', requestId);
    return true;
  });
}

/** Ends one of one's own sessions, or all of them; it holds from the next request on. */
export async function endOwnSessions(
  app: App,
  { account }: Own,
  id: string | undefined,
  requestId: string,
): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    if (id === undefined) await endSessionRows(tx, account.id, app.clock());
    else await endSessionRow(tx, account.id, id, app.clock());
    await audit(tx, account.id, id === undefined ? 'end-all-sessions' : 'end-session', requestId);
  });
}

/**
 * Removes the account and everything that is stored about it. What was published stays, without the name; the audit keeps the
 * id alone. The last administrator stays.
 */
export async function deleteOwnAccount(
  app: App,
  { account }: Own,
  currentPassword: string,
  requestId: string,
): Promise<Outcome<null>> {
  const fault = await passwordFault(app, account.id, currentPassword);
  if (fault) return fault;
  return inTransaction(app.db, async (tx) => {
    const administrators = await lockAdministrators(tx, dayOf(app.clock()));
    const isLast =
      administrators.length > 0 && administrators.every(({ accountId }) => accountId === account.id);
    if (isLast) {
      return {
        kind: 'refused',
        faults: [{ field: 'currentPassword', key: 'accounts.fault.last-administrator' }],
      } as const;
    }
    await audit(tx, account.id, 'delete-account', requestId);
    await forgetViewsOf(app, tx, account.id);
    await store.deleteAccount(tx, account.id);
    return done;
  });
}
