import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** @returns whether it was added: the same form sent twice adds one item */
export async function insertItem(tx: Tx, row: Insertable<DB['evidence_item']>): Promise<boolean> {
  const added = await tx
    .insertInto('evidence_item')
    .values(row)
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

interface Key {
  municipalityId: string;
  id: string;
}

export async function updateItem(
  tx: Tx,
  { municipalityId, id }: Key,
  set: Updateable<DB['evidence_item']>,
): Promise<void> {
  await tx
    .updateTable('evidence_item')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

export async function writeComponents(tx: Tx, { municipalityId, id }: Key, componentIds: readonly string[]) {
  await tx
    .deleteFrom('evidence_item_component')
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', id)
    .execute();
  await tx
    .insertInto('evidence_item_component')
    .values(
      [...new Set(componentIds)].map((component_id) => ({
        municipality_id: municipalityId,
        item_id: id,
        component_id,
      })),
    )
    .execute();
}

export async function writeReaders(tx: Tx, { municipalityId, id }: Key, accountIds: readonly string[]) {
  await tx
    .deleteFrom('evidence_reader')
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', id)
    .execute();
  if (accountIds.length === 0) return;
  await tx
    .insertInto('evidence_reader')
    .values(
      [...new Set(accountIds)].map((account_id) => ({
        municipality_id: municipalityId,
        item_id: id,
        account_id,
      })),
    )
    .execute();
}

export async function addFileRow(tx: Tx, row: Insertable<DB['evidence_file']>): Promise<void> {
  await tx.insertInto('evidence_file').values(row).execute();
}
