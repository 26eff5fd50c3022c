import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Progress } from '../progress.ts';

/** Which assessments: those of a round, or one alone. */
export type Asked = { planId: string; reach: 'all' | readonly string[] } | { assessmentId: string };

function selection(asked: Asked) {
  if ('assessmentId' in asked) return sql`assessment.id = ${asked.assessmentId}`;
  const { planId, reach } = asked;
  return reach === 'all'
    ? sql`assessment.round_plan_id = ${planId}`
    : sql`assessment.round_plan_id = ${planId} AND assessment.municipality_id = ANY(${reach}::uuid[])`;
}

/**
 * How far assessments are, by municipality: one query however many. Codes are counted, and never read; evidence that only
 * some may see is not counted, since a number would tell of it.
 */
export async function readProgress(db: Db, asked: Asked): Promise<Progress[]> {
  const { rows } = await sql<Progress>`
    WITH own AS (SELECT assessment.* FROM assessment WHERE ${selection(asked)}),
    item AS (
      SELECT bearing.component_id, own.id AS assessment_id, count(*)::int AS n
      FROM own
      JOIN evidence_item item ON item.municipality_id = own.municipality_id AND item.assessment_id = own.id
      JOIN evidence_item_component bearing
        ON bearing.municipality_id = item.municipality_id AND bearing.item_id = item.id
      WHERE item.withdrawn_reason = '' AND item.visibility = 'public' AND item.review <> 'withheld'
      GROUP BY bearing.component_id, own.id
    ),
    seat AS (
      SELECT task.id AS task_id, count(*)::int AS taken, count(coding.submitted_at)::int AS submitted
      FROM own
      JOIN coding_task task ON task.assessment_id = own.id
      JOIN coding_seat seat ON seat.task_id = task.id
      LEFT JOIN coding ON coding.task_id = seat.task_id AND coding.seat = seat.seat
      GROUP BY task.id
    ),
    task AS (
      SELECT task.assessment_id, count(*)::int AS components, count(task.monitor_id)::int AS monitored,
             (count(*) FILTER (WHERE seat.taken = 2))::int AS "withCoders",
             (count(*) FILTER (WHERE item.n IS NULL))::int AS none,
             (count(*) FILTER (WHERE item.n = 1))::int AS one,
             (count(*) FILTER (WHERE item.n > 1))::int AS more,
             coalesce(sum(seat.submitted), 0)::int AS codes
      FROM coding_task task
      JOIN own ON own.id = task.assessment_id
      LEFT JOIN item ON item.component_id = task.component_id AND item.assessment_id = task.assessment_id
      LEFT JOIN seat ON seat.task_id = task.id
      GROUP BY task.assessment_id
    )
    SELECT own.id, own.stage, place.id AS "municipalityId", place.key AS "municipalityKey", place.name AS municipality,
           organisation.name AS organisation, own.published_at AS "publishedAt",
           coalesce(task.components, 0) AS components, coalesce(task.monitored, 0) AS monitored,
           coalesce(task."withCoders", 0) AS "withCoders", coalesce(task.codes, 0) AS codes,
           json_build_object('none', coalesce(task.none, 0), 'one', coalesce(task.one, 0),
             'more', coalesce(task.more, 0)) AS evidence,
           request.due_on AS "replyDue",
           (SELECT count(*)::int FROM reply_text WHERE request_id = request.id AND submitted_at IS NOT NULL) AS replies
    FROM own
    JOIN municipality place ON place.id = own.municipality_id
    JOIN organisation ON organisation.id = own.organisation_id
    LEFT JOIN task ON task.assessment_id = own.id
    LEFT JOIN reply_request request ON request.assessment_id = own.id
    ORDER BY place.key`.execute(db);
  return rows;
}
