import { sql, type Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** Needs of one session: more than any meeting voices. */
export const mostNeeds = 1_000;

export function readVoicedNeeds(db: Db, municipalityId: string, sessionId: string) {
  return db
    .selectFrom('voiced_need as voiced')
    .leftJoin('field', 'field.id', 'voiced.field_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'voiced.unit_id')
    .leftJoin('need as published', 'published.id', 'voiced.need_id')
    .select([
      'voiced.id',
      'voiced.position',
      'voiced.statement',
      'voiced.translation',
      'voiced.language',
      'voiced.field_id as fieldId',
      'field.key as fieldKey',
      'field.name as fieldName',
      'voiced.unit_id as unitId',
      'unit.key as unitKey',
      'unit.name as unitName',
      'voiced.place',
      'voiced.speaker',
      'voiced.review',
      'voiced.review_note as reviewNote',
      'voiced.version',
      'voiced.created_by as createdBy',
      'voiced.reviewed_by as reviewedBy',
      'published.key as publishedKey',
    ])
    .where('voiced.municipality_id', '=', municipalityId)
    .where('voiced.session_id', '=', sessionId)
    .orderBy('voiced.position')
    .orderBy('voiced.id')
    .limit(mostNeeds)
    .execute();
}
export type VoicedNeed = Awaited<ReturnType<typeof readVoicedNeeds>>[number];

export async function readNeedCounts(db: Db, municipalityId: string, sessionId: string) {
  const counts = { open: 0, accepted: 0, withheld: 0 };
  const rows = await db
    .selectFrom('voiced_need')
    .select(['review', (eb) => eb.fn.countAll<number>().as('count')])
    .where('municipality_id', '=', municipalityId)
    .where('session_id', '=', sessionId)
    .groupBy('review')
    .execute();
  for (const { review, count } of rows) counts[review] = count;
  return counts;
}

/** The last position taken, and how many needs there are. The session's row is held. */
export async function readEnd(tx: Tx, municipalityId: string, sessionId: string) {
  const row = await tx
    .selectFrom('voiced_need')
    .select([sql<number>`coalesce(max(position), 0)`.as('last'), sql<number>`count(*)::int`.as('count')])
    .where('municipality_id', '=', municipalityId)
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return row;
}

/** How many lines of a spreadsheet are among a session's needs already. */
export async function countRowKeys(
  db: Db,
  municipalityId: string,
  sessionId: string,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const { count } = await db
    .selectFrom('voiced_need')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('municipality_id', '=', municipalityId)
    .where('session_id', '=', sessionId)
    .where('row_key', 'in', keys)
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns how many were added: lines of a spreadsheet that are there already are not */
export async function addNeeds(tx: Tx, rows: readonly Insertable<DB['voiced_need']>[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await tx
    .insertInto('voiced_need')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length;
}

export interface NeedChange {
  id: string;
  version: number;
  statement: string;
  translation: string;
  language: string;
  fieldId: string | null;
  unitId: string | null;
  place: string;
  speaker: string;
  /** Whether what was decided about its words has to be decided again. */
  reopened: boolean;
}

/** Changes rows that are still as their editor saw them, in one statement. @returns the ids that were changed */
export async function changeNeeds(
  tx: Tx,
  municipalityId: string,
  changes: readonly NeedChange[],
): Promise<string[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    UPDATE voiced_need AS need
    SET statement = given.statement, translation = given.translation, language = given.language,
        field_id = given."fieldId", unit_id = given."unitId", place = given.place, speaker = given.speaker,
        version = need.version + 1,
        review = CASE WHEN given.reopened THEN 'open' ELSE need.review END,
        review_note = CASE WHEN given.reopened THEN '' ELSE need.review_note END
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS given(
      id uuid, version integer, statement text, translation text, language text, "fieldId" uuid, "unitId" uuid,
      place text, speaker text, reopened boolean)
    WHERE need.municipality_id = ${municipalityId} AND need.id = given.id AND need.version = given.version
      AND need.need_id IS NULL
    RETURNING need.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Removes rows that are still as their editor saw them and stand in no group. @returns the ids that were removed */
export async function removeNeeds(
  tx: Tx,
  municipalityId: string,
  removed: readonly { id: string; version: number }[],
): Promise<string[]> {
  if (removed.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    DELETE FROM voiced_need AS need
    USING jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) AS given(id uuid, version integer)
    WHERE need.municipality_id = ${municipalityId} AND need.id = given.id AND need.version = given.version
      AND need.need_id IS NULL
      AND NOT EXISTS (SELECT FROM compiled_need AS compiled
                      WHERE compiled.municipality_id = need.municipality_id AND compiled.need_id = need.id)
    RETURNING need.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Which of the needs stand in a group, or are set aside. */
export async function readCompiled(
  tx: Tx,
  municipalityId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('compiled_need')
    .select('need_id as id')
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`need_id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts needs in an order. Their words are the same as before, so whoever edits them is not disturbed. */
export async function placeNeeds(
  tx: Tx,
  municipalityId: string,
  places: readonly { id: string; position: number }[],
) {
  if (places.length === 0) return;
  await sql`
    UPDATE voiced_need AS need SET position = given.position
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS given(id uuid, position integer)
    WHERE need.municipality_id = ${municipalityId} AND need.id = given.id AND need.need_id IS NULL`.execute(
    tx,
  );
}

/** Writes what was decided about needs that are still as the reviewer saw them. @returns the ids that were decided */
export async function decideNeeds(
  tx: Tx,
  municipalityId: string,
  sessionId: string,
  decisions: readonly { id: string; version: number; review: string; note: string }[],
  reviewedBy: string,
): Promise<string[]> {
  if (decisions.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    UPDATE voiced_need AS need
    SET review = given.review, review_note = given.note, version = need.version + 1,
      reviewed_by = CASE WHEN given.review = 'open' THEN NULL ELSE ${reviewedBy}::uuid END
    FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS given(
      id uuid, version integer, review text, note text)
    WHERE need.municipality_id = ${municipalityId} AND need.session_id = ${sessionId} AND need.id = given.id
      AND need.version = given.version AND need.need_id IS NULL
    RETURNING need.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export function readFields(db: Db) {
  return db.selectFrom('field').select(['id', 'key', 'name']).orderBy('position').execute();
}
