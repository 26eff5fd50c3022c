import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Stage } from '../stage.ts';

export interface OpenAssessment {
  id: string;
  planId: string;
  stage: Stage;
  municipality: string;
  components: number;
}

/** The assessments that are not public yet, by round and municipality. */
export async function readOpenAssessments(db: Db): Promise<OpenAssessment[]> {
  const { rows } = await sql<OpenAssessment>`
    SELECT assessment.id, assessment.round_plan_id AS "planId", assessment.stage, place.name AS municipality,
           (SELECT count(*)::int FROM coding_task WHERE assessment_id = assessment.id) AS components
    FROM assessment JOIN municipality place ON place.id = assessment.municipality_id
    WHERE assessment.stage <> 'published'
    ORDER BY assessment.round_plan_id, place.key`.execute(db);
  return rows;
}

export interface Concerned {
  assessmentId: string;
  accountId: string;
  as: 'monitors' | 'coders' | 'editors';
  /** Components that it is about. */
  count: number;
}

/** Who has something to do in some assessments: those who gather evidence, who have not handed in a code, and the editors. */
export async function readConcerned(
  db: Db,
  assessmentIds: readonly string[],
  today: string,
): Promise<Concerned[]> {
  const { rows } = await sql<Concerned>`
    WITH own AS (SELECT * FROM assessment WHERE id = ANY(${assessmentIds}::uuid[]))
    SELECT task.assessment_id AS "assessmentId", task.monitor_id AS "accountId", 'monitors' AS as, count(*)::int AS count
    FROM own JOIN coding_task task ON task.assessment_id = own.id
    WHERE task.monitor_id IS NOT NULL
    GROUP BY task.assessment_id, task.monitor_id
    UNION ALL
    SELECT task.assessment_id, seat.account_id, 'coders', count(*)::int
    FROM own
    JOIN coding_task task ON task.assessment_id = own.id
    JOIN coding_seat seat ON seat.task_id = task.id
    LEFT JOIN coding ON coding.task_id = seat.task_id AND coding.seat = seat.seat
    WHERE coding.submitted_at IS NULL
    GROUP BY task.assessment_id, seat.account_id
    UNION ALL
    SELECT own.id, held.account_id, 'editors', (SELECT count(*)::int FROM coding_task WHERE assessment_id = own.id)
    FROM own
    JOIN role_grant held ON held.organisation_id = own.organisation_id AND held.role = 'editor'
      AND (held.municipality_id IS NULL OR held.municipality_id = own.municipality_id)
      AND held.since <= ${today} AND (held.until IS NULL OR held.until >= ${today})
    GROUP BY own.id, held.account_id`.execute(db);
  return rows;
}

export function readRecipient(db: Db, accountId: string) {
  return db
    .selectFrom('account')
    .select(['name', 'email', 'language'])
    .where('id', '=', accountId)
    .executeTakeFirst() satisfies Promise<{ name: string; email: string; language: Language } | undefined>;
}

/** Notes that someone is reminded. @returns whether they were not yet */
export async function noteReminder(
  tx: Tx,
  row: {
    assessment_id: string;
    account_id: string;
    deadline: 'evidence' | 'coding' | 'reply' | 'publication';
    due_on: string;
    days_before: number;
    sent_at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('deadline_reminder')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
