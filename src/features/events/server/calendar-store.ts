import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface CalendarRow {
  id: string;
  key: string;
  kind: string;
  title: Localised;
  summary: Localised | null;
  starts: string;
  ends: string | null;
  startsAt: string | null;
  endsAt: string | null;
  place: Localised | null;
  hall: Localised | null;
  online: boolean;
  municipalityKey: string | null;
  municipalityName: string | null;
  organiserName: Localised | null;
  organiserKey: string | null;
  organiserUrl: string | null;
  isMember: boolean | null;
  sequence: number;
  changedAt: Date;
  isCancelled: boolean;
}

interface Wanted {
  key?: string | undefined;
  /** Key of the municipality: of its own events, and of those in which it takes part. */
  municipality?: string | undefined;
  from?: string | undefined;
  limit: number;
}

/** SQL: whether a municipality took part in a listed event, or is to take part in one that was announced. */
function tookPart(municipality: string | null) {
  return sql`EXISTS (
    SELECT FROM municipality own WHERE own.key = ${municipality} AND (
      EXISTS (SELECT FROM event_municipality part
        WHERE part.event_id = listed.id AND part.version = listed.version AND part.municipality_id = own.id)
      OR EXISTS (SELECT FROM event_plan_from part
        WHERE listed.version IS NULL AND part.plan_id = listed.id AND part.municipality_id = own.id)))`;
}

/**
 * Events with a day, of the record and announced, latest first. One of the record that was planned here keeps the plan's
 * sequence; another one changes with the record.
 */
export async function readCalendarRows(db: Db, wanted: Wanted): Promise<CalendarRow[]> {
  const { key = null, municipality = null, from = null, limit } = wanted;
  const { rows } = await sql<CalendarRow>`
    WITH listed AS (
      SELECT event.id, event.key::text, event.kind, event.title, event.summary, event.starts::text, event.ends::text,
        event.starts_at, event.ends_at, event.place, event.hall, event.online, event.municipality_id,
        event.version,         (SELECT id FROM event_party WHERE event_id = event.id AND version = event.version AND role = 'organiser'
          ORDER BY position LIMIT 1) AS party_id,
        NULL::uuid AS organisation_id,
        coalesce(plan.sequence, 0) AS sequence,
        coalesce(plan.updated_at, (SELECT changed_at FROM record_version)) AS changed_at, false AS cancelled
      FROM event_now event LEFT JOIN event_plan plan ON plan.event_id = event.id
      WHERE length(event.starts) = 10
      UNION ALL
      SELECT id, key::text, kind, title, summary, starts_on::text, CASE WHEN ends_on > starts_on THEN ends_on::text END,
        starts_at, ends_at, CASE WHEN mode <> 'online' THEN place END, CASE WHEN mode <> 'online' THEN hall END,
        mode <> 'on-site', municipality_id, NULL, NULL, organisation_id, sequence, updated_at, state = 'cancelled'
      FROM event_plan WHERE state IN ('announced', 'cancelled')
    )
    SELECT listed.id, listed.key, listed.kind, listed.title, listed.summary, listed.starts, listed.ends,
      listed.starts_at AS "startsAt", listed.ends_at AS "endsAt", listed.place, listed.hall, listed.online,
      municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
      coalesce(party.name, organisation.name, donor.name) AS "organiserName", organisation.key AS "organiserKey",
      coalesce(organisation.url, donor.url) AS "organiserUrl",
      EXISTS (SELECT FROM membership WHERE organisation_id = organisation.id) AS "isMember",
      listed.sequence, listed.changed_at AS "changedAt", listed.cancelled AS "isCancelled"
    FROM listed
    LEFT JOIN municipality ON municipality.id = listed.municipality_id
    LEFT JOIN event_party party ON party.id = listed.party_id
    LEFT JOIN organisation ON organisation.id = coalesce(party.organisation_id, listed.organisation_id)
    LEFT JOIN donor ON donor.id = party.donor_id
    WHERE (${key}::text IS NULL OR listed.key = ${key})
      AND (${municipality}::text IS NULL OR municipality.key = ${municipality} OR ${tookPart(municipality)})
      AND (${from}::text IS NULL OR coalesce(listed.ends, listed.starts) >= ${from})
    ORDER BY listed.starts DESC, listed.key DESC LIMIT ${limit}`.execute(db);
  return rows;
}
