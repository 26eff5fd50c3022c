import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Beside } from '../assessed.ts';

type Reach = 'all' | readonly string[];

function selectCorrections(db: Db) {
  return db
    .selectFrom('correction_draft as correction')
    .innerJoin('municipality', 'municipality.id', 'correction.municipality_id')
    .innerJoin('priority', 'priority.id', 'correction.priority_id')
    .innerJoin('round', 'round.id', 'correction.round_id')
    .innerJoin('account', 'account.id', 'correction.prepared_by')
    .select([
      'correction.id',
      'correction.municipality_id as municipalityId',
      'correction.priority_id as priorityId',
      'correction.round_id as roundId',
      'correction.corrects',
      'correction.rationale',
      'correction.late',
      'correction.reversed',
      'correction.blocked_by as blockedBy',
      'correction.reason',
      'correction.state',
      'correction.prepared_by as preparedBy',
      'correction.prepared_at as preparedAt',
      'correction.version',
      'municipality.name as municipalityName',
      'municipality.key as municipalityKey',
      'priority.key as priorityKey',
      'priority.position as priorityPosition',
      'priority.statement',
      'round.key as roundKey',
      'account.name as preparedByName',
    ]);
}

export type CorrectionRow = Awaited<ReturnType<ReturnType<typeof selectCorrections>['execute']>>[number];

export function readCorrection(db: Db, id: string): Promise<CorrectionRow | undefined> {
  return selectCorrections(db).where('correction.id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: it is published or dropped once. */
export function holdCorrection(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
  return selectCorrections(tx).where('correction.id', '=', id).forUpdate('correction').executeTakeFirst();
}

export function readOpenCorrection(db: Db, { priorityId, roundId }: { priorityId: string; roundId: string }) {
  return selectCorrections(db)
    .where('correction.priority_id', '=', priorityId)
    .where('correction.round_id', '=', roundId)
    .where('correction.state', '=', 'open')
    .executeTakeFirst();
}

/** Corrections that wait to be published, oldest first. */
export function readOpenCorrections(db: Db, reach: Reach, most: number): Promise<CorrectionRow[]> {
  return selectCorrections(db)
    .where('correction.state', '=', 'open')
    .where(reach === 'all' ? sql<boolean>`true` : anyOf('correction.municipality_id', reach))
    .orderBy('correction.prepared_at')
    .limit(most)
    .execute();
}

export function readCorrectionCodes(db: Db, correctionId: string) {
  return db
    .selectFrom('correction_code')
    .select(['component_id as componentId', 'code'])
    .where('correction_id', '=', correctionId)
    .execute();
}

export interface WrittenCorrection {
  id: string;
  municipalityId: string;
  priorityId: string;
  roundId: string;
  corrects: number;
  beside: Beside;
  reason: Localised;
  codes: readonly { componentId: string; code: string }[];
  preparedBy: string;
  preparedAt: Date;
}

type CorrectionColumns = ReturnType<typeof columnsOf>;

function columnsOf({ beside, reason, preparedBy, preparedAt, corrects }: WrittenCorrection) {
  return {
    corrects,
    rationale: JSON.stringify(beside.rationale),
    late: beside.late,
    reversed: beside.reversed,
    blocked_by: beside.blockedBy,
    reason: JSON.stringify(reason),
    prepared_by: preparedBy,
    prepared_at: preparedAt,
  };
}

async function insertOne(tx: Tx, written: WrittenCorrection, set: CorrectionColumns): Promise<boolean> {
  const { id, municipalityId: municipality_id, priorityId: priority_id, roundId: round_id } = written;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correction_draft')
    .values({ id, municipality_id, priority_id, round_id, published_by: null, ...set })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function updateOne(tx: Tx, id: string, set: CorrectionColumns, base: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correction_draft')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', base)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns whether it was written: not where there is one by somebody else already, or it was changed since `base` */
export async function writeCorrectionRow(tx: Tx, written: WrittenCorrection, base: number): Promise<boolean> {
  const { id, codes } = written;
  const set = columnsOf(written);
  const wasWritten = base === 0 ? await insertOne(tx, written, set) : await updateOne(tx, id, set, base);
  if (!wasWritten) return false;
  await tx.deleteFrom('correction_code').where('correction_id', '=', id).execute();
  await insertRows(
    tx,
    'correction_code',
    codes.map(({ componentId, code }) => ({ correction_id: id, component_id: componentId, code })),
  );
  return true;
}

export async function endCorrection(
  tx: Tx,
  id: string,
  end: { state: 'published'; published_by: string } | { state: 'dropped' },
): Promise<void> {
  await tx.updateTable('correction_draft').set(end).where('id', '=', id).execute();
}
