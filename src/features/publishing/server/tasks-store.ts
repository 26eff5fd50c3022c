import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

export interface PublicationTaskRow {
  kind: 'status-to-prepare' | 'status-to-publish' | 'correction-to-publish';
  municipalityKey: string;
  municipalityName: string;
  /** Under /work/publishing. */
  path: string;
  due: string | null;
}

/** What waits, of each kind at most `most`, what is due soonest first. */
export async function readPublicationTasks(
  db: Db,
  { actorId, reach, most }: { actorId: string; reach: 'all' | readonly string[]; most: number },
): Promise<PublicationTaskRow[]> {
  const within = (column: string) =>
    reach === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...reach]}::uuid[])`;
  const { rows } = await sql<PublicationTaskRow>`
    SELECT waiting.kind, municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
           waiting.path, waiting.due
    FROM (
      (SELECT 'status-to-prepare' AS kind, assessment.municipality_id, assessment.id::text AS path, plan.publish_on::text AS due
       FROM assessment JOIN round_plan plan ON plan.id = assessment.round_plan_id
       WHERE assessment.stage = 'reading' AND ${reach !== 'all'} AND ${within('assessment.municipality_id')}
       ORDER BY plan.publish_on LIMIT ${most})
      UNION ALL
      (SELECT 'status-to-publish', assessment.municipality_id, assessment.id::text, plan.publish_on::text
       FROM assessment JOIN round_plan plan ON plan.id = assessment.round_plan_id
       WHERE assessment.stage = 'prepared' AND assessment.publish_at IS NULL AND assessment.prepared_by <> ${actorId}
         AND ${within('assessment.municipality_id')}
       ORDER BY plan.publish_on LIMIT ${most})
      UNION ALL
      (SELECT 'correction-to-publish', correction.municipality_id, 'corrections/' || priority.key || '/' || round.key, NULL
       FROM correction_draft correction
       JOIN priority ON priority.id = correction.priority_id JOIN round ON round.id = correction.round_id
       WHERE correction.state = 'open' AND correction.prepared_by <> ${actorId} AND ${within('correction.municipality_id')}
       ORDER BY correction.prepared_at LIMIT ${most})
    ) waiting JOIN municipality ON municipality.id = waiting.municipality_id
    ORDER BY waiting.due NULLS LAST, municipality.key, waiting.kind`.execute(db);
  return rows;
}
