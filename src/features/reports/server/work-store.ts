import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { SaveWords } from '../schema.ts';

/** A year of a mandate that is monitored: planned, or in the record. */
export interface Year {
  mandateId: string;
  mandate: string;
  number: number;
  starts: string;
  ends: string;
  roundId: string | null;
  round: string | null;
}

/** Newest first; one of them where it is named. */
export async function readYears(db: Db, named?: { mandate: string; number: number }): Promise<Year[]> {
  const { rows } = await sql<Year>`
    SELECT mandate.id AS "mandateId", mandate.key AS mandate, year.number,
           coalesce(round.starts, round_plan.starts) AS starts, coalesce(round.ends, round_plan.ends) AS ends,
           round.id AS "roundId", round.key AS round
    FROM (SELECT mandate_id, number FROM round UNION SELECT mandate_id, number FROM round_plan) year
    JOIN mandate ON mandate.id = year.mandate_id
    LEFT JOIN round ON round.mandate_id = year.mandate_id AND round.number = year.number
    LEFT JOIN round_plan ON round_plan.mandate_id = year.mandate_id AND round_plan.number = year.number
    WHERE (${named?.mandate ?? null}::text IS NULL
      OR (mandate.key = ${named?.mandate ?? null} AND year.number = ${named?.number ?? null}))
    ORDER BY starts DESC, mandate.key DESC, year.number DESC`.execute(db);
  return rows;
}

/** The municipalities that a year has a report of: those with a contract in force by its end; of some where they are named. */
export async function readPlaces(db: Db, year: Year, reach: 'all' | readonly string[]) {
  const { rows } = await sql<{
    id: string;
    key: string;
    name: string;
    isWritten: boolean;
    editions: number;
    isPublic: boolean;
  }>`
    SELECT municipality.id, municipality.key, municipality.name,
           EXISTS (
             SELECT FROM report_text
             WHERE report_text.municipality_id = municipality.id AND report_text.mandate_id = ${year.mandateId}
               AND report_text.round_number = ${year.number}) AS "isWritten",
           (SELECT count(*)::integer FROM monitoring_report
            WHERE monitoring_report.municipality_id = municipality.id
              AND monitoring_report.round_id = ${year.roundId}::uuid) AS editions,
           EXISTS (
             SELECT FROM tally WHERE tally.municipality_id = municipality.id AND tally.round_id = ${year.roundId}::uuid
               AND tally.field_id IS NULL AND tally.municipalities > 0) AS "isPublic"
    FROM municipality
    WHERE (${reach === 'all'} OR municipality.id = any(${reach === 'all' ? [] : [...reach]}::uuid[]))
      AND EXISTS (
        SELECT FROM contract
        WHERE contract.municipality_id = municipality.id AND contract.mandate_id = ${year.mandateId}
          AND (contract.starts IS NULL OR contract.starts <= ${year.ends}))
    ORDER BY municipality.key`.execute(db);
  return rows;
}

interface Place {
  mandateId: string;
  number: number;
  municipalityId: string | null;
}

export interface Text {
  foreword: Localised;
  lessons: Localised;
  version: number;
  savedBy: string | null;
}

function selectText(db: Db, { mandateId, number, municipalityId }: Place) {
  return db
    .selectFrom('report_text')
    .select(['id', 'foreword', 'lessons', 'version', 'saved_by as savedBy'])
    .where('mandate_id', '=', mandateId)
    .where('round_number', '=', number)
    .where('municipality_id', 'is not distinct from', municipalityId);
}

export function readText(db: Db, place: Place) {
  return selectText(db, place).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export function lockText(tx: Tx, place: Place) {
  return selectText(tx, place).forUpdate().executeTakeFirst();
}

function wordsOf(command: SaveWords) {
  const localised = (sq: string, en: string) => JSON.stringify({ ...(sq && { sq }), ...(en && { en }) });
  return {
    foreword: localised(command.foreword_sq, command.foreword_en),
    lessons: localised(command.lessons_sq, command.lessons_en),
  };
}

/** @returns false where someone else has begun it meanwhile */
export async function insertText(
  tx: Tx,
  { id, place, command, by, at }: { id: string; place: Place; command: SaveWords; by: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('report_text')
    .values({
      id,
      mandate_id: place.mandateId,
      round_number: place.number,
      municipality_id: place.municipalityId,
      ...wordsOf(command),
      saved_by: by,
      saved_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false where someone else has saved it meanwhile */
export async function updateText(
  tx: Tx,
  { id, command, by, at }: { id: string; command: SaveWords; by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report_text')
    .set((eb) => ({ ...wordsOf(command), saved_by: by, saved_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', command.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
