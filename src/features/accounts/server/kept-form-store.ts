import { sql } from 'kysely';
import type { Fields } from '#forms/form.ts';
import type { Db } from '#server/database/db.ts';

export async function insertKeptForm(
  db: Db,
  form: {
    tokenHash: Buffer;
    accountId: string;
    action: string;
    fields: Fields;
    hasFiles: boolean;
    expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('kept_form')
    .values({
      token_hash: form.tokenHash,
      account_id: form.accountId,
      action: form.action,
      fields: JSON.stringify(form.fields),
      has_files: form.hasFiles,
      expires_at: form.expiresAt,
    })
    .execute();
}

export function readKeptForm(db: Db, tokenHash: Buffer, accountId: string, now: Date) {
  return db
    .selectFrom('kept_form')
    .select(['action', sql<Fields>`fields`.as('fields'), 'has_files as hasFiles'])
    .where('token_hash', '=', tokenHash)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends a kept form, and those whose time is over. */
export async function deleteKeptForms(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .deleteFrom('kept_form')
    .where((eb) => eb.or([eb('token_hash', '=', tokenHash), eb('expires_at', '<=', now)]))
    .execute();
}
