import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface ListedTask {
  id: string;
  municipalityKey: string;
  municipalityName: string;
  starts: string;
  ends: string;
  codingUntil: string;
  priority: string;
  component: number;
  statement: Localised;
}

const columns = sql`task.id, municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
  plan.starts, plan.ends, plan.coding_until::text AS "codingUntil",
  coalesce(priority.number, priority.position::text) AS priority, component.position AS component, component.statement`;

const joins = sql`JOIN assessment ON assessment.id = task.assessment_id
  JOIN round_plan plan ON plan.id = assessment.round_plan_id
  JOIN municipality ON municipality.id = task.municipality_id
  JOIN component ON component.id = task.component_id
  JOIN priority ON priority.id = component.priority_id`;

/** SQL: whether an account has no conflict of interest about the task's priority today. */
function withoutConflict(accountId: string) {
  return sql`NOT EXISTS (SELECT FROM conflict_of_interest conflict
    WHERE conflict.account_id = ${accountId} AND conflict.municipality_id = task.municipality_id
      AND (conflict.priority_id IS NULL OR conflict.priority_id = component.priority_id)
      AND current_date BETWEEN conflict.since AND coalesce(conflict.until, 'infinity'))`;
}

const order = sql`plan.coding_until, municipality.key, plan.number, priority.position, component.position, task.id`;

/** The tasks that someone has a seat for and has not handed in, in the order in which they are best done. */
export async function readTasksToCode(db: Db, accountId: string, most: number) {
  const { rows } = await sql<ListedTask & { organisationId: string }>`
    SELECT ${columns}, seat.organisation_id AS "organisationId"
    FROM coding_seat seat JOIN coding_task task ON task.id = seat.task_id ${joins}
    WHERE seat.account_id = ${accountId} AND assessment.stage = 'coding'
      AND NOT EXISTS (SELECT FROM coding
        WHERE coding.task_id = seat.task_id AND coding.seat = seat.seat AND submitted_at IS NOT NULL)
      AND ${withoutConflict(accountId)}
    ORDER BY ${order} LIMIT ${most}`.execute(db);
  return rows;
}

/** The tasks that someone has coded in assessments that are still worked on, newest first. */
export async function readHandedIn(db: Db, accountId: string, most: number) {
  const { rows } = await sql<ListedTask & { isOpen: boolean }>`
    SELECT ${columns}, 2 = (SELECT count(*) FROM coding handed
      WHERE handed.task_id = task.id AND handed.submitted_at IS NOT NULL) AS "isOpen"
    FROM coding JOIN coding_task task ON task.id = coding.task_id ${joins}
    WHERE coding.account_id = ${accountId} AND coding.submitted_at IS NOT NULL AND assessment.stage <> 'published'
    ORDER BY coding.submitted_at DESC, ${order} LIMIT ${most}`.execute(db);
  return rows;
}

/** The tasks whose two coders differ and nobody has decided yet. */
export async function readTasksToDecide(
  db: Db,
  reach: 'all' | readonly string[],
  accountId: string,
  most: number,
) {
  const within = reach === 'all' ? sql`true` : sql`task.municipality_id = ANY(${reach}::uuid[])`;
  const { rows } = await sql<ListedTask>`
    SELECT ${columns}
    FROM assessment stage_of JOIN coding_task task ON task.assessment_id = stage_of.id ${joins}
    WHERE stage_of.stage IN ('coding', 'adjudication') AND ${within}
      AND 2 = (SELECT count(*) FROM coding WHERE coding.task_id = task.id AND submitted_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM settled_code WHERE settled_code.task_id = task.id)
      AND NOT EXISTS (SELECT FROM coding_seat WHERE coding_seat.task_id = task.id AND account_id = ${accountId})
      AND ${withoutConflict(accountId)}
    ORDER BY ${order} LIMIT ${most}`.execute(db);
  return rows;
}

/** The rounds of which a municipality is at work, the newest first. */
export function readRounds(db: Db) {
  return db
    .selectFrom('round_plan as plan')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .select(['plan.id', 'plan.number', 'plan.starts', 'plan.ends', 'mandate.key as mandate'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('assessment').select('id').whereRef('assessment.round_plan_id', '=', 'plan.id'),
      ),
    )
    .orderBy('plan.starts', 'desc')
    .limit(100)
    .execute();
}

export function readRound(db: Db, id: string) {
  return db
    .selectFrom('round_plan as plan')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .select(['plan.id', 'plan.number', 'plan.starts', 'plan.ends', 'mandate.key as mandate'])
    .where('plan.id', '=', id)
    .executeTakeFirst();
}
