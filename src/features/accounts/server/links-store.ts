import type { Db } from '#server/database/db.ts';

export type LinkPurpose = 'sign-in' | 'password' | 'email';

export async function insertLink(
  db: Db,
  link: {
    id: string;
    accountId: string;
    purpose: LinkPurpose;
    tokenHash: Buffer;
    email: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('account_link')
    .values({
      id: link.id,
      account_id: link.accountId,
      purpose: link.purpose,
      token_hash: link.tokenHash,
      email: link.email,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Whose link it is, where it still works. */
export function readLink(db: Db, purpose: LinkPurpose, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom('account_link')
    .innerJoin('account', 'account.id', 'account_link.account_id')
    .select([
      'account_link.account_id as accountId',
      'account_link.email as email',
      'account.name',
      'account.language',
    ])
    .where('account_link.token_hash', '=', tokenHash)
    .where('account_link.purpose', '=', purpose)
    .where('account_link.expires_at', '>', now)
    .where('account_link.used_at', 'is', null)
    .executeTakeFirst();
}

/** Uses a link: of two who use it at once, one gets it. */
export function useLink(db: Db, purpose: LinkPurpose, tokenHash: Buffer, now: Date) {
  return db
    .updateTable('account_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .returning(['account_id as accountId', 'email'])
    .executeTakeFirst();
}

/** Links that one has asked for and not used no longer work. */
export async function endLinks(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('account_link')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}
