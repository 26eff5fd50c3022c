import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Involvement } from '../policy.ts';

/**
 * SQL: whether an account coded a component of a priority in a round, decided between its coders, or made a version of its
 * status since: by a correction, or by deciding a dispute before this one.
 */
export function hasCoded(accountId: string, priorityId: RawBuilder<unknown>, roundId: RawBuilder<unknown>) {
  return sql<boolean>`(EXISTS (
    SELECT FROM coding_task task
    JOIN component ON component.id = task.component_id
    JOIN assessment ON assessment.id = task.assessment_id
    JOIN round_plan plan ON plan.id = assessment.round_plan_id
    WHERE component.priority_id = ${priorityId} AND plan.round_id = ${roundId}
      AND (EXISTS (SELECT FROM coding_seat WHERE task_id = task.id AND account_id = ${accountId})
        OR EXISTS (SELECT FROM coding WHERE task_id = task.id AND account_id = ${accountId})
        OR EXISTS (SELECT FROM settled_code WHERE task_id = task.id AND decided_by = ${accountId})))
    OR EXISTS (SELECT FROM correction_draft correction
      WHERE correction.priority_id = ${priorityId} AND correction.round_id = ${roundId}
        AND correction.state = 'published' AND correction.prepared_by = ${accountId})
    OR EXISTS (SELECT FROM dispute_notice decided
      JOIN dispute_decision decision ON decision.dispute_id = decided.dispute_id
      WHERE decided.priority_id = ${priorityId} AND decided.round_id = ${roundId}
        AND decision.outcome IN ('upheld', 'partly-upheld') AND decided.decided_by = ${accountId}))`;
}

/** SQL: whether an account has a conflict of interest about a priority on a day. */
export function hasConflict(
  accountId: string,
  { municipalityId, priorityId }: { municipalityId: RawBuilder<unknown>; priorityId: RawBuilder<unknown> },
  today: string,
) {
  return sql<boolean>`EXISTS (
    SELECT FROM conflict_of_interest interest
    WHERE interest.account_id = ${accountId} AND interest.municipality_id = ${municipalityId}
      AND (interest.priority_id IS NULL OR interest.priority_id = ${priorityId})
      AND interest.since <= ${today} AND (interest.until IS NULL OR interest.until >= ${today}))`;
}

interface Matter {
  municipalityId: string;
  priorityId: string;
  roundId: string;
}

/** What an account had to do with the status that is disputed. */
export async function readInvolvement(
  db: Db,
  accountId: string,
  { municipalityId, priorityId, roundId }: Matter,
  today: string,
): Promise<Involvement> {
  const place = { municipalityId: sql`${municipalityId}::uuid`, priorityId: sql`${priorityId}::uuid` };
  const { rows } = await sql<Involvement>`
    SELECT ${hasCoded(accountId, sql`${priorityId}::uuid`, sql`${roundId}::uuid`)} AS "hasCoded",
           ${hasConflict(accountId, place, today)} AS "hasConflict"`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a SELECT without a table gives one row');
  return found;
}
