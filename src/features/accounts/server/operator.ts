import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import type { Language } from '#i18n/languages.ts';
import { insertAccount, markVerified, readAccountByEmail, writePassword } from './accounts-store.ts';
import { makeLink } from './links.ts';
import { hashPassword } from './password-hash.ts';
import * as store from './roles-store.ts';

// What whoever runs the machine does about accounts (`pop user`): no policy is asked, since the database is theirs.

const operator = 'cli';
const hoursOfLink = 48;

export type FoundScope =
  | { kind: 'found'; organisationId: string | null; municipalityId: string | null }
  | { kind: 'no-organisation' | 'no-municipality'; key: string };

/** What the keys of an organisation and a municipality stand for. */
export async function findScope(
  app: App,
  keys: { organisation: string | undefined; municipality: string | undefined },
): Promise<FoundScope> {
  const { organisation, municipality } = keys;
  const foundOrganisation =
    organisation === undefined ? undefined : await store.findOrganisation(app.db, organisation);
  if (organisation !== undefined && !foundOrganisation) return { kind: 'no-organisation', key: organisation };
  const foundMunicipality =
    municipality === undefined ? undefined : await store.findMunicipality(app.db, municipality);
  if (municipality !== undefined && !foundMunicipality) return { kind: 'no-municipality', key: municipality };
  const [organisationId, municipalityId] = [foundOrganisation?.id ?? null, foundMunicipality?.id ?? null];
  return { kind: 'found', organisationId, municipalityId };
}

export interface AddedUser {
  accountId: string;
  isNew: boolean;
  isGranted: boolean;
  /** With which a password is set, where none was given. */
  token: string | undefined;
}

/** Makes an account where there is none, gives it a role where it has not got it, and a password or a link to set one. */
export async function addUser(
  app: App,
  user: {
    email: string;
    name: string;
    language: Language;
    password: string | undefined;
    role: store.GivenRole;
  },
): Promise<AddedUser> {
  const { email, name, language, password, role } = user;
  const hash = password === undefined ? undefined : await hashPassword(password);
  return inTransaction(app.db, async (tx) => {
    const made = await insertAccount(tx, { name, email, isVerified: false, language });
    const accountId = made ?? (await readAccountByEmail(tx, email))?.id;
    if (accountId === undefined) throw new Error('the account went away meanwhile');
    if (made !== undefined) await audit(tx, 'add-account', accountId, {});
    const isGranted = await grantOnce(app, tx, accountId, role);
    if (hash === undefined) {
      const needsLink = made !== undefined;
      const token = needsLink ? await linkFor(app, tx, accountId, email) : undefined;
      return { accountId, isNew: made !== undefined, isGranted, token };
    }
    await writePassword(tx, accountId, hash, app.clock());
    await markVerified(tx, accountId);
    await audit(tx, 'set-password', accountId, {});
    return { accountId, isNew: made !== undefined, isGranted, token: undefined };
  });
}

async function grantOnce(app: App, db: Db, accountId: string, role: store.GivenRole): Promise<boolean> {
  const today = dayOf(app.clock());
  if ((await store.readSameGrants(db, accountId, role, today)).length > 0) return false;
  await store.insertGrant(db, { ...role, accountId, since: today, until: null, grantedBy: null });
  await audit(db, 'grant-role', accountId, { ...role, until: null });
  return true;
}

function linkFor(app: App, db: Db, accountId: string, email: string): Promise<string> {
  return makeLink(app, db, { accountId, purpose: 'password', email, hours: hoursOfLink });
}

/** A new link with which an account's password is set; undefined where there is no such account. */
export async function linkForUser(app: App, email: string): Promise<string | undefined> {
  return inTransaction(app.db, async (tx) => {
    const account = await readAccountByEmail(tx, email);
    if (!account) return undefined;
    await audit(tx, 'make-password-link', account.id, {});
    return linkFor(app, tx, account.id, email);
  });
}

/** Ends a role of an account today. */
export async function endRoleOfUser(
  app: App,
  email: string,
  role: store.GivenRole,
): Promise<'ended' | 'no-account' | 'no-role'> {
  return inTransaction(app.db, async (tx) => {
    const account = await readAccountByEmail(tx, email);
    if (!account) return 'no-account';
    const today = dayOf(app.clock());
    const grants = await store.readSameGrants(tx, account.id, role, today);
    for (const { id } of grants) await store.endGrant(tx, id, today);
    if (grants.length === 0) return 'no-role';
    await audit(tx, 'end-role', account.id, { ...role, until: today });
    return 'ended';
  });
}

export function listUsers(app: App) {
  return store.readAccountsWithRoles(app.db);
}

function audit(db: Db, action: string, accountId: string, after: Readonly<Record<string, unknown>>) {
  return recordAudit(db, { actor: operator, action, subject: { kind: 'account', id: accountId }, after });
}
