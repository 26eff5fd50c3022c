import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

function selectDraft(db: Db) {
  return db
    .selectFrom('contract_draft as draft')
    .innerJoin('municipality', 'municipality.id', 'draft.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'draft.mandate_id')
    .innerJoin('organisation', 'organisation.id', 'draft.organisation_id')
    .leftJoin('contract', 'contract.id', 'draft.contract_id')
    .select([
      'draft.id',
      'draft.state',
      'draft.version',
      'draft.binding_language as bindingLanguage',
      'draft.version_number as versionNumber',
      'draft.returned_note as returnedNote',
      'draft.contract_id as contractId',
      'draft.municipality_id as municipalityId',
      'draft.mandate_id as mandateId',
      'draft.organisation_id as organisationId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.key as mandate',
      'mandate.starts',
      'mandate.ends',
      'organisation.name as organisationName',
      'contract.key as contractKey',
    ]);
}

export function readDraft(db: Db, id: string) {
  return selectDraft(db).where('draft.id', '=', id).executeTakeFirst();
}

/**
 * The draft, held until the end of the transaction: whoever else would change it or its text waits. It is read after it is
 * held: what was joined to it before the wait would be as old as the beginning of the wait.
 */
export async function lockDraft(tx: Tx, id: string) {
  await tx.selectFrom('contract_draft').select('id').where('id', '=', id).forUpdate().execute();
  return readDraft(tx, id);
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

/** @param municipalityIds 'all', or those whose drafts are wanted */
export function readDrafts(db: Db, municipalityIds: 'all' | readonly string[]) {
  let query = selectDraft(db);
  if (municipalityIds !== 'all') {
    query = query.where(sql<boolean>`draft.municipality_id = any(${municipalityIds}::uuid[])`);
  }
  return query.orderBy('mandate.starts', 'desc').orderBy('municipality.key').limit(500).execute();
}

export async function insertDraft(
  tx: Tx,
  draft: {
    id: string;
    municipality_id: string;
    mandate_id: string;
    organisation_id: string;
    binding_language: 'sq' | 'en';
    created_by: string;
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('contract_draft')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['municipality_id', 'mandate_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function readDraftOf(db: Db, municipalityId: string, mandateId: string) {
  return selectDraft(db)
    .where('draft.municipality_id', '=', municipalityId)
    .where('draft.mandate_id', '=', mandateId)
    .executeTakeFirst();
}

/** Sets what is given and counts the version up. The caller holds the row. */
export async function updateDraft(
  tx: Tx,
  id: string,
  set: {
    state?: 'draft' | 'submitted' | 'approved' | 'frozen';
    version_number?: number | null;
    returned_note?: string;
    contract_id?: string;
    binding_language?: 'sq' | 'en';
  },
): Promise<void> {
  await tx
    .updateTable('contract_draft')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** A contract that is in the record already, whether or not it was drafted here. */
export function readContractOf(db: Db, municipalityId: string, mandateId: string) {
  return db
    .selectFrom('contract')
    .select(['id', 'key'])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .executeTakeFirst();
}

export function readMandatesForDrafts(db: Db) {
  return db.selectFrom('mandate').select(['id', 'key']).orderBy('starts', 'desc').execute();
}

export function readMunicipalities(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('key')
    .execute();
}

/** Contracts of the record, newest mandate first. @param municipalityIds 'all', or those whose contracts are wanted */
export function readRecorded(db: Db, municipalityIds: 'all' | readonly string[]) {
  let query = db
    .selectFrom('contract')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select([
      'contract.key',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.key as mandate',
    ]);
  if (municipalityIds !== 'all') {
    query = query.where(sql<boolean>`contract.municipality_id = any(${municipalityIds}::uuid[])`);
  }
  return query.orderBy('mandate.starts', 'desc').orderBy('municipality.key').limit(500).execute();
}
