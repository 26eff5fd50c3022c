import { sql } from 'kysely';
import type { Fields } from '#forms/form.ts';
import type { Db } from '#server/database/db.ts';

export async function writeDraft(
  db: Db,
  draft: { accountId: string; form: string; fields: Fields; baseVersion: number | null; savedAt: Date },
): Promise<void> {
  const { accountId, form, fields, baseVersion, savedAt } = draft;
  const row = { fields: JSON.stringify(fields), base_version: baseVersion, saved_at: savedAt };
  await db
    .insertInto('form_draft')
    .values({ account_id: accountId, form, ...row })
    .onConflict((conflict) => conflict.columns(['account_id', 'form']).doUpdateSet(row))
    .execute();
}

export function readDraft(db: Db, accountId: string, form: string) {
  return db
    .selectFrom('form_draft')
    .select([sql<Fields>`fields`.as('fields'), 'base_version as baseVersion', 'saved_at as savedAt'])
    .where('account_id', '=', accountId)
    .where('form', '=', form)
    .executeTakeFirst();
}

export function readDrafts(db: Db, accountId: string) {
  return db
    .selectFrom('form_draft')
    .select(['form', 'saved_at as savedAt'])
    .where('account_id', '=', accountId)
    .orderBy('saved_at', 'desc')
    .limit(50)
    .execute();
}

export async function deleteDraft(db: Db, accountId: string, form: string): Promise<void> {
  await db.deleteFrom('form_draft').where('account_id', '=', accountId).where('form', '=', form).execute();
}
