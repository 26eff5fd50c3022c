import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** What is coded, and where: nothing of any code. */
export function readTask(db: Db, id: string) {
  return db
    .selectFrom('coding_task as task')
    .innerJoin('assessment', 'assessment.id', 'task.assessment_id')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .innerJoin('municipality', 'municipality.id', 'task.municipality_id')
    .innerJoin('component', 'component.id', 'task.component_id')
    .innerJoin('priority', 'priority.id', 'component.priority_id')
    .select([
      'task.id',
      'task.assessment_id as assessmentId',
      'task.component_id as componentId',
      'assessment.stage',
      'assessment.round_plan_id as roundPlanId',
      'plan.codebook_id as codebookId',
      'plan.starts',
      'plan.ends',
      'plan.coding_until as codingUntil',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'component.position',
      'component.statement',
      'component.shown_by as shownBy',
      'component.due',
      'component.testable',
      'component.competence',
      'priority.id as priorityId',
      'priority.position as priorityPosition',
      'priority.number as priorityNumber',
      'priority.statement as priorityStatement',
    ])
    .where('task.id', '=', id)
    .executeTakeFirst();
}

export async function readAssessmentOf(db: Db, taskId: string): Promise<string | undefined> {
  const task = await db
    .selectFrom('coding_task')
    .select('assessment_id as id')
    .where('id', '=', taskId)
    .executeTakeFirst();
  return task?.id;
}

/** Who codes it, and whether they have handed in. */
export function readSeats(db: Db, taskId: string) {
  return db
    .selectFrom('coding_seat as seat')
    .innerJoin('organisation', 'organisation.id', 'seat.organisation_id')
    .select([
      'seat.seat',
      'seat.account_id as accountId',
      'seat.organisation_id as organisationId',
      'organisation.name as organisationName',
      sql<boolean>`EXISTS (SELECT FROM coding
        WHERE coding.task_id = seat.task_id AND coding.seat = seat.seat AND submitted_at IS NOT NULL)`.as(
        'hasHandedIn',
      ),
    ])
    .where('seat.task_id', '=', taskId)
    .orderBy('seat.seat')
    .execute();
}

/** The codes of a codebook, and what each asks for. */
export function readCodes(db: Db, codebookId: string) {
  return db
    .selectFrom('codebook_code')
    .select(['code', 'rank', 'name', 'definition', 'entry_rule as entryRule', 'requires'])
    .where('codebook_id', '=', codebookId)
    .orderBy('position')
    .execute();
}

/** Whether a conflict of interest that was declared bars a person from a priority on a day. */
export async function isBarred(
  db: Db,
  place: { accountId: string; municipalityId: string; priorityId: string; day: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('conflict_of_interest')
    .select('id')
    .where('account_id', '=', place.accountId)
    .where('municipality_id', '=', place.municipalityId)
    .where((eb) => eb.or([eb('priority_id', 'is', null), eb('priority_id', '=', place.priorityId)]))
    .where('since', '<=', place.day)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', place.day)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
