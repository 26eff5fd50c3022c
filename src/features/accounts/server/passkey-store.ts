import type { Db } from '#server/database/db.ts';

export function readPasskeys(db: Db, accountId: string) {
  return db
    .selectFrom('passkey')
    .select([
      'id',
      'credential_id as credentialId',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
}

export function readPasskey(db: Db, credentialId: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'account_id as accountId', 'public_key as publicKey', 'counter'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
}

/** @returns whether it was new */
export async function insertPasskey(
  db: Db,
  passkey: {
    id: string;
    accountId: string;
    credentialId: string;
    publicKey: Uint8Array;
    counter: number;
    name: string;
    createdAt: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [],
      name: passkey.name,
      created_at: passkey.createdAt,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function noteUse(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: now }).where('id', '=', id).execute();
}

export async function deletePasskey(db: Db, accountId: string, id: string): Promise<void> {
  await db.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', accountId).execute();
}

/** Uses a challenge up. @returns whether it had not been used; those that are over are forgotten */
export async function useChallenge(db: Db, challenge: string, end: Date, now: Date): Promise<boolean> {
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey_challenge')
    .values({ challenge, expires_at: end })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
