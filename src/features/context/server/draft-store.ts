import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

const columns = [
  'context_draft.id',
  'context_draft.corrects',
  'context_draft.kind',
  'context_draft.state',
  'context_draft.starts',
  'context_draft.ends',
  'context_draft.ends_is as endsIs',
  'context_draft.title',
  'context_draft.summary',
  'context_draft.municipality_ids as municipalityIds',
  'context_draft.sources',
  'context_draft.reason',
  'context_draft.period_id as periodId',
  'context_draft.version',
] as const;

export function readDrafts(db: Db) {
  return db
    .selectFrom('context_draft')
    .select(columns)
    .where('period_id', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
}

export function readDraft(db: Db, id: string) {
  return db.selectFrom('context_draft').select(columns).where('id', '=', id).executeTakeFirst();
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

export function readCorrectionOf(db: Db, name: string) {
  return db
    .selectFrom('context_draft')
    .select(['id'])
    .where('corrects', '=', name)
    .where('period_id', 'is', null)
    .executeTakeFirst();
}

export function holdDraft(tx: Tx, id: string) {
  return tx.selectFrom('context_draft').select('id').where('id', '=', id).forUpdate().execute();
}

export function insertDraft(tx: Tx, row: Insertable<DB['context_draft']>) {
  return tx.insertInto('context_draft').values(row).execute();
}

export async function updateDraft(
  tx: Tx,
  id: string,
  base: number,
  row: Updateable<DB['context_draft']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('context_draft')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', base)
    .where('period_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function deleteDraft(tx: Tx, id: string) {
  return tx.deleteFrom('context_draft').where('id', '=', id).execute();
}

export function closeDraft(tx: Tx, id: string, periodId: string) {
  return tx.updateTable('context_draft').set({ period_id: periodId }).where('id', '=', id).execute();
}

export function countMunicipalities(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('municipality')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .executeTakeFirstOrThrow();
}
