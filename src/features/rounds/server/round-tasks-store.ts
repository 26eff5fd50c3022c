import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** One kind of work of a round that waits for someone in one municipality. */
export interface WaitingInRound {
  kind: 'evidence-to-gather' | 'components-to-code' | 'people-to-assign' | 'coding-to-open';
  assessmentId: string;
  municipalityKey: string;
  municipalityName: string;
  count: number;
  due: string;
}

/**
 * What of rounds waits for an account: components without evidence that are theirs, codes that they have not handed in; and
 * in the municipalities that they edit, components without people, and coding to be opened.
 * @param soon the last day of what is told ahead
 */
export async function readWaitingInRounds(
  db: Db,
  { accountId, editing }: { accountId: string; editing: readonly string[] },
  { today, soon, most }: { today: string; soon: string; most: number },
): Promise<WaitingInRound[]> {
  const { rows } = await sql<WaitingInRound>`
    WITH waiting AS (
      SELECT 'evidence-to-gather' AS kind, assessment.id, assessment.municipality_id, count(*)::int AS n,
             plan.evidence_until AS due
      FROM coding_task task
      JOIN assessment ON assessment.id = task.assessment_id AND assessment.stage = 'evidence'
      JOIN round_plan plan ON plan.id = assessment.round_plan_id
      WHERE task.monitor_id = ${accountId} AND NOT EXISTS (
        SELECT FROM evidence_item_component bearing
        JOIN evidence_item item ON item.municipality_id = bearing.municipality_id AND item.id = bearing.item_id
        WHERE bearing.component_id = task.component_id AND item.municipality_id = task.municipality_id
          AND item.assessment_id = assessment.id AND item.withdrawn_reason = '' AND item.visibility = 'public')
      GROUP BY assessment.id, plan.id
      UNION ALL
      SELECT 'components-to-code', assessment.id, assessment.municipality_id, count(*)::int, plan.coding_until
      FROM coding_seat seat
      JOIN coding_task task ON task.id = seat.task_id
      JOIN assessment ON assessment.id = task.assessment_id AND assessment.stage = 'coding'
      JOIN round_plan plan ON plan.id = assessment.round_plan_id
      LEFT JOIN coding ON coding.task_id = seat.task_id AND coding.seat = seat.seat
      WHERE seat.account_id = ${accountId} AND coding.submitted_at IS NULL
      GROUP BY assessment.id, plan.id
      UNION ALL
      SELECT 'people-to-assign', assessment.id, assessment.municipality_id, count(*)::int,
             CASE assessment.stage WHEN 'evidence' THEN plan.evidence_until ELSE plan.coding_until END
      FROM assessment
      JOIN round_plan plan ON plan.id = assessment.round_plan_id
      JOIN coding_task task ON task.assessment_id = assessment.id
      WHERE assessment.municipality_id = ANY(${editing}::uuid[]) AND assessment.stage IN ('evidence', 'coding')
        AND (SELECT count(*) FROM coding_seat WHERE task_id = task.id) < 2
      GROUP BY assessment.id, plan.id
      UNION ALL
      SELECT 'coding-to-open', assessment.id, assessment.municipality_id, 1, plan.evidence_until
      FROM assessment
      JOIN round_plan plan ON plan.id = assessment.round_plan_id
      WHERE assessment.municipality_id = ANY(${editing}::uuid[]) AND assessment.stage = 'evidence'
        AND plan.evidence_until <= ${today}
    )
    SELECT waiting.kind, waiting.id AS "assessmentId", place.key AS "municipalityKey", place.name AS "municipalityName",
           waiting.n AS count, waiting.due::text AS due
    FROM waiting JOIN municipality place ON place.id = waiting.municipality_id
    WHERE waiting.due <= ${soon} OR waiting.kind IN ('components-to-code', 'people-to-assign')
    ORDER BY waiting.due, place.key, waiting.kind
    LIMIT ${most}`.execute(db);
  return rows;
}
