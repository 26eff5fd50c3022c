import { randomUUID } from 'node:crypto';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export function readAccountByEmail(db: Db, email: string) {
  return db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email)
    .executeTakeFirst();
}

/** @returns its id; undefined where the address has an account */
export async function insertAccount(
  db: Db,
  account: { name: string; email: string; isVerified: boolean; language: Language },
): Promise<string | undefined> {
  const made = await db
    .insertInto('account')
    .values({
      id: randomUUID(),
      name: account.name,
      email: account.email,
      email_verified: account.isVerified,
      language: account.language,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Lets changes of one account wait for each other until this transaction ends. */
export async function lockAccount(db: Db, accountId: string): Promise<void> {
  await db.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
}

export async function markVerified(db: Db, accountId: string): Promise<void> {
  await db.updateTable('account').set({ email_verified: true }).where('id', '=', accountId).execute();
}

/** Gives an account its password, in place of the one that it had. */
export async function writePassword(db: Db, accountId: string, hash: string, now: Date): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      id: randomUUID(),
      account_id: accountId,
      provider: 'credential',
      // What better-auth calls the account of a password: the account itself.
      subject: accountId,
      password: hash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'subject']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute();
}
