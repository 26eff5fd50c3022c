import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

function selectDraft(db: Db) {
  return db
    .selectFrom('experience_draft as draft')
    .innerJoin('municipality', 'municipality.id', 'draft.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'draft.organisation_id')
    .leftJoin('experience', 'experience.id', 'draft.experience_id')
    .select([
      'draft.id',
      'draft.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'draft.organisation_id as organisationId',
      'organisation.name as organisationName',
      'draft.field_id as fieldId',
      'draft.corrects_id as correctsId',
      'draft.reason',
      'draft.title',
      'draft.summary',
      'draft.body',
      'draft.problem',
      'draft.context',
      'draft.done',
      'draft.cost_amount as costAmount',
      'draft.cost_currency as costCurrency',
      'draft.cost_note as costNote',
      'draft.result',
      'draft.lessons',
      'draft.contact_is as contactIs',
      'draft.contact_agreed as contactAgreed',
      'draft.contact_name as contactName',
      'draft.contact_email as contactEmail',
      'draft.contact_phone as contactPhone',
      'draft.priority_ids as priorityIds',
      'draft.evidence_ids as evidenceIds',
      'draft.sources',
      'draft.state',
      'draft.review_note as reviewNote',
      'draft.experience_id as experienceId',
      'experience.key as experienceKey',
      'draft.version',
      'draft.written_by as writtenBy',
      'draft.created_by as createdBy',
    ]);
}

export function readDraft(db: Db, id: string) {
  return selectDraft(db).where('draft.id', '=', id).executeTakeFirst();
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

/** What is not public yet, of some municipalities; last changed first. */
export function readDrafts(db: Db, reach: 'all' | readonly string[], limit = 200) {
  return selectDraft(db)
    .where('draft.state', '<>', 'published')
    .$if(reach !== 'all', (query) =>
      query.where(sql<boolean>`draft.municipality_id = ANY(${reach === 'all' ? [] : reach}::uuid[])`),
    )
    .orderBy('draft.changed_at', 'desc')
    .orderBy('draft.id')
    .limit(limit)
    .execute();
}

export function holdDraft(tx: Tx, id: string) {
  return tx.selectFrom('experience_draft').select('id').where('id', '=', id).forUpdate().execute();
}

export function insertDraft(tx: Tx, row: Insertable<DB['experience_draft']>) {
  return tx.insertInto('experience_draft').values(row).execute();
}

/** @returns whether it was still the version that the person began from */
export async function updateDraft(
  tx: Tx,
  id: string,
  base: number,
  row: Updateable<DB['experience_draft']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('experience_draft')
    .set({ ...row, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function setState(tx: Tx, id: string, row: Updateable<DB['experience_draft']>) {
  return tx
    .updateTable('experience_draft')
    .set({ ...row, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

export function deleteDraft(tx: Tx, id: string) {
  return tx.deleteFrom('experience_draft').where('id', '=', id).execute();
}

export function readDraftOf(db: Db, experienceId: string) {
  return db
    .selectFrom('experience_draft')
    .select('id')
    .where('corrects_id', '=', experienceId)
    .where('state', '<>', 'published')
    .executeTakeFirst();
}

const mostOffered = 100;

/** The public priorities of a municipality, of its newest contract first. */
export function readPriorities(db: Db, municipalityId: string) {
  return db
    .selectFrom('priority')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select(['priority.id', 'priority.key', 'priority.statement', 'mandate.key as mandate'])
    .where('contract.municipality_id', '=', municipalityId)
    .orderBy('mandate.key', 'desc')
    .orderBy('priority.position')
    .limit(mostOffered)
    .execute();
}

/** The public evidence of a municipality's priorities, newest first. */
export function readEvidence(db: Db, municipalityId: string) {
  return db
    .selectFrom('evidence')
    .innerJoin('priority', 'priority.id', 'evidence.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .select(['evidence.id', 'evidence.key', 'evidence.title', 'evidence.dated'])
    .where('contract.municipality_id', '=', municipalityId)
    .where('evidence.stance', '=', 'supports')
    .orderBy('evidence.dated', 'desc')
    .orderBy('evidence.key')
    .limit(mostOffered)
    .execute();
}

export function readAccount(db: Db, id: string | null) {
  return db.selectFrom('account').select(['email', 'language']).where('id', '=', id).executeTakeFirst();
}
