import { sql } from 'kysely';
import type { AgeBand, Sex } from '#features/listening/attendance.ts';
import type { Db } from '#server/database/db.ts';

interface Period {
  /** Known to the year, month or day; both ends are of the period. */
  starts: string;
  ends: string;
  municipalityId: string | null;
}

/** SQL: the gatherings of a period. */
function gatherings({ starts, ends, municipalityId }: Period) {
  return sql`
    SELECT event.id, event.kind, event.participants, event.version FROM event_now event
    WHERE event.starts >= ${starts} AND left(event.starts, length(${ends})) <= ${ends}
      AND (${municipalityId}::uuid IS NULL OR event.municipality_id = ${municipalityId}::uuid)`;
}

export async function readActivities(db: Db, period: Period) {
  const { rows } = await sql<{ kind: string; events: number; counted: number; participants: number }>`
    SELECT kind, count(*)::integer AS events, count(participants)::integer AS counted,
           coalesce(sum(participants), 0)::integer AS participants
    FROM (${gatherings(period)}) gathering
    GROUP BY kind ORDER BY kind`.execute(db);
  return rows;
}

/** Those of whom sex and age band were counted. */
export async function readParticipants(db: Db, period: Period) {
  const { rows } = await sql<{ sex: Sex; ageBand: AgeBand; people: number }>`
    SELECT sex, age_band AS "ageBand", sum(people)::integer AS people
    FROM (${gatherings(period)}) gathering
    JOIN event_attendance ON event_attendance.event_id = gathering.id AND event_attendance.version = gathering.version
    WHERE sex IS NOT NULL AND age_band IS NOT NULL
    GROUP BY sex, age_band ORDER BY sex, age_band`.execute(db);
  return rows;
}
