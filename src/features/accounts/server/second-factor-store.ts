import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

export function readAuthenticator(db: Db, accountId: string) {
  return db
    .selectFrom('authenticator')
    .select(['sealed_key as sealedKey', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Begins an authenticator in place of one that was begun; one in force stays. */
export async function beginAuthenticator(
  db: Db,
  accountId: string,
  sealedKey: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('authenticator')
    .values({ account_id: accountId, sealed_key: sealedKey, created_at: now, confirmed_at: null })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
}

/** Takes a code's half minute. @returns whether it had not been taken: of two who send a code at once, one gets in */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function confirmAuthenticator(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('authenticator')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .execute();
}

export async function deleteAuthenticator(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('authenticator').where('account_id', '=', accountId).execute();
}

export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ account_id: accountId, code_hash: hash, used_at: null })))
    .execute();
}

/** @returns whether it was one of the account's and not used yet */
export async function useRecoveryCode(db: Db, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes down whether the account has a second factor: an authenticator in force, or a passkey. @returns whether it has */
export async function noteSecondFactor(db: Db, accountId: string): Promise<boolean> {
  const { second_factor: hasOne } = await db
    .updateTable('account')
    .set({
      second_factor: sql<boolean>`EXISTS (
          SELECT FROM authenticator WHERE account_id = ${accountId} AND confirmed_at IS NOT NULL
        ) OR EXISTS (SELECT FROM passkey WHERE account_id = ${accountId})`,
    })
    .where('id', '=', accountId)
    .returning('second_factor')
    .executeTakeFirstOrThrow();
  return hasOne;
}
