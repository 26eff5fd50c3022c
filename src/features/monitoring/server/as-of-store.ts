import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { readNetworkTallies } from './store.ts';
import { municipalityCounts, networkCounts, publicSince } from './tally-sql.ts';

/** The days on which a status became public, or a dispute of one began or ended. */
export async function readPublicationDays(db: Db): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    SELECT ${publicSince}::text AS day FROM status JOIN round ON round.id = status.round_id
    UNION SELECT received_on::text FROM dispute
    UNION SELECT decided_on::text FROM dispute_decision`.execute(db);
  return rows.map(({ day }) => day);
}

type TallyRow = Awaited<ReturnType<typeof readNetworkTallies>>[number];

/** A row of counts with the names of what it is of. */
export interface CountedRow extends TallyRow {
  municipalityKey: string | null;
  municipalityName: string | null;
  fieldId: string | null;
  field: string | null;
  fieldName: Localised | null;
  fieldPosition: number | null;
}

/** What the table of counts would have held at the end of a day, counted from the versions that were public by then. */
export async function readCountsAsOf(db: Db, day: string): Promise<CountedRow[]> {
  const { rows: rounds } = await sql<{ id: string }>`
    SELECT round.id FROM round WHERE EXISTS (
      SELECT FROM status WHERE status.round_id = round.id AND ${publicSince} <= ${day})`.execute(db);
  const roundIds = rounds.map(({ id }) => id);
  const { rows } = await sql<CountedRow>`
    WITH of_municipalities AS MATERIALIZED (${municipalityCounts({ roundIds, until: day })}),
    of_network AS (${networkCounts(roundIds, sql`of_municipalities`)}),
    counted AS (
      SELECT * FROM of_municipalities
      UNION ALL
      SELECT round_id, NULL::uuid, field_id, priorities, fully, partly, not_addressed, no_data, not_assessable,
             not_assessed, initiated, contested, municipalities, frozen_count, frozen_is
      FROM of_network
    )
    SELECT counted.round_id AS "roundId", counted.municipality_id AS "municipalityId",
           counted.priorities::integer, counted.fully::integer, counted.partly::integer, counted.not_addressed::integer AS not,
           counted.no_data::integer AS "noData", counted.not_assessable::integer AS "notAssessable",
           counted.not_assessed::integer AS "notAssessed", counted.initiated::integer, counted.contested::integer,
           counted.municipalities::integer, counted.frozen_count::integer AS "frozenCount", counted.frozen_is AS "frozenIs",
           municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
           counted.field_id AS "fieldId", field.key AS field, field.name AS "fieldName", field.position AS "fieldPosition"
    FROM counted
    LEFT JOIN municipality ON municipality.id = counted.municipality_id
    LEFT JOIN field ON field.id = counted.field_id`.execute(db);
  return rows;
}
