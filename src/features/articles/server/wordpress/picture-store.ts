import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** The places of the pictures that were brought over with a draft. */
export async function readBrought(db: Db, draftId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('imported_picture')
    .select('path')
    .where('draft_id', '=', draftId)
    .execute();
  return new Set(rows.map(({ path }) => path));
}

/** @returns whether it was not known before */
export async function rememberPicture(tx: Tx, draftId: string, path: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('imported_picture')
    .values({ draft_id: draftId, path })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertPicture(tx: Tx, row: Insertable<DB['article_draft_picture']>): Promise<void> {
  await tx.insertInto('article_draft_picture').values(row).execute();
}

export async function describePicture(tx: Tx, id: string, language: 'sq' | 'en', alt: string): Promise<void> {
  await tx
    .updateTable('article_draft_picture')
    .set(language === 'sq' ? { alt_sq: alt } : { alt_en: alt })
    .where('id', '=', id)
    .execute();
}
