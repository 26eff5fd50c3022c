import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Gatherings, Presence } from '../yearly.ts';

/** Sessions and forums held by a day, counted by year: one reading of the index, however many there are. */
export async function readGatherings(db: Db, today: string): Promise<Gatherings[]> {
  const { rows } = await sql<Gatherings>`
    SELECT left(starts, 4)::int AS year, kind, count(*)::int AS events, count(participants)::int AS counted,
           coalesce(sum(participants), 0)::int AS participants,
           coalesce(bool_or(participants_is = 'at-least'), false) AS "isAtLeast"
    FROM event_now WHERE kind IN ('listening', 'forum') AND starts <= ${today}
    GROUP BY left(starts, 4), kind`.execute(db);
  return rows;
}

/**
 * Since when and until when members work in each municipality. Where nobody says since when, it is the first year of
 * which the record shows something there: an event, or the mandate of a contract.
 */
export async function readPresences(db: Db): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    SELECT municipality_id AS "municipalityId", left(coalesce(since, seen.first), 4)::int AS since,
           left(until, 4)::int AS until
    FROM membership
    CROSS JOIN LATERAL (SELECT least(
      (SELECT min(starts) FROM event WHERE municipality_id = membership.municipality_id),
      (SELECT min(coalesce(contract.starts, mandate.starts)) FROM contract
       JOIN mandate ON mandate.id = contract.mandate_id
       WHERE contract.municipality_id = membership.municipality_id)
    ) AS first) seen
    WHERE municipality_id IS NOT NULL AND coalesce(since, seen.first) IS NOT NULL`.execute(db);
  return rows;
}
