import { randomUUID } from 'node:crypto';
import type { Db } from '#server/database/db.ts';

/** Whose account a subject of a provider is. */
export async function readAccountOfSubject(
  db: Db,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('account_id as accountId')
    .where('provider', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.accountId;
}

/** @returns false where the account, or the subject, has its counterpart already */
export async function linkSubject(
  db: Db,
  link: { accountId: string; issuer: string; subject: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('credential')
    .values({
      id: randomUUID(),
      account_id: link.accountId,
      provider: link.issuer,
      subject: link.subject,
      password: null,
      // What the provider gave is used at once and not kept.
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The identities at providers that open an account, whatever provider is configured now. */
export function readIdentities(db: Db, accountId: string) {
  return db
    .selectFrom('credential')
    .select(['id', 'provider as issuer'])
    .where('account_id', '=', accountId)
    .where('provider', '<>', 'credential')
    .orderBy('created_at')
    .execute();
}

export async function deleteIdentity(db: Db, accountId: string, id: string): Promise<void> {
  await db
    .deleteFrom('credential')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('provider', '<>', 'credential')
    .execute();
}
