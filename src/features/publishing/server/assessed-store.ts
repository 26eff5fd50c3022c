import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import type { Blocker } from '../assessed.ts';

/** An assessment with all that its publication is told by. */
export function selectPublications(db: Db) {
  return db
    .selectFrom('assessment')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .innerJoin('organisation', 'organisation.id', 'assessment.organisation_id')
    .innerJoin('contract', 'contract.id', 'assessment.contract_id')
    .leftJoin('round', 'round.id', 'plan.round_id')
    .select([
      'assessment.id',
      'assessment.stage',
      'assessment.round_plan_id as roundPlanId',
      'assessment.municipality_id as municipalityId',
      'assessment.contract_id as contractId',
      'assessment.organisation_id as organisationId',
      'assessment.prepared_by as preparedBy',
      'assessment.prepared_at as preparedAt',
      'assessment.published_at as publishedAt',
      'assessment.version',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'organisation.name as organisationName',
      'contract.key as contractKey',
      'contract.binding_language as bindingLanguage',
      'mandate.key as mandate',
      'plan.mandate_id as mandateId',
      'plan.codebook_id as codebookId',
      'plan.number',
      'plan.starts',
      'plan.ends',
      'plan.publish_on as publishOn',
      'round.key as roundKey',
    ]);
}

export type PublicationRow = Awaited<ReturnType<ReturnType<typeof selectPublications>['execute']>>[number];

/** Assessments that nobody else moves until the transaction ends, in the order in which everybody takes hold of them. */
export function holdPublications(db: Db, ids: readonly string[]): Promise<PublicationRow[]> {
  return selectPublications(db)
    .where(anyOf('assessment.id', ids))
    .orderBy('assessment.id')
    .forUpdate('assessment')
    .execute();
}

export interface ComponentRow {
  assessmentId: string;
  priorityId: string;
  priorityKey: string;
  priorityPosition: number;
  priorityStatement: Localised;
  taskId: string | null;
  componentId: string;
  componentKey: string;
  componentPosition: number;
  componentStatement: Localised;
  due: string | null;
  code: string | null;
  codeRationale: Localised | null;
  rationale: Localised | null;
  late: boolean | null;
  reversed: boolean | null;
  blockedBy: Blocker | null;
  version: number | null;
}

/** Every priority of assessments with its coded components, the code that holds for each, and what was written beside. */
export async function readAssessed(db: Db, assessmentIds: readonly string[]): Promise<ComponentRow[]> {
  const { rows } = await sql<ComponentRow>`
    SELECT assessment.id AS "assessmentId", priority.id AS "priorityId", priority.key AS "priorityKey",
           priority.position AS "priorityPosition", priority.statement AS "priorityStatement",
           task.id AS "taskId", component.id AS "componentId", component.key AS "componentKey",
           component.position AS "componentPosition", component.statement AS "componentStatement", component.due,
           settled.code, settled.rationale AS "codeRationale",
           draft.rationale, draft.late, draft.reversed, draft.blocked_by AS "blockedBy", draft.version
    FROM assessment
    JOIN priority ON priority.contract_id = assessment.contract_id
    LEFT JOIN (coding_task task JOIN component ON component.id = task.component_id)
      ON task.assessment_id = assessment.id AND component.priority_id = priority.id
    LEFT JOIN LATERAL (
      SELECT code, rationale FROM settled_code WHERE task_id = task.id ORDER BY number DESC LIMIT 1
    ) settled ON true
    LEFT JOIN status_draft draft ON draft.assessment_id = assessment.id AND draft.priority_id = priority.id
    WHERE assessment.id = any(${[...assessmentIds]}::uuid[])
    ORDER BY assessment.id, priority.position, component.position`.execute(db);
  return rows;
}

export function readCodebooks(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('codebook')
    .innerJoin('codebook_code as code', 'code.codebook_id', 'codebook.id')
    .select(({ fn }) => [
      'codebook.id',
      'codebook.mapping',
      fn.agg<string[]>('array_agg', ['code.code']).as('codes'),
    ])
    .where(anyOf('codebook.id', ids))
    .groupBy('codebook.id')
    .execute();
}

/** How many items of an assessment's evidence nobody has looked at. */
export async function countOpenEvidence(
  db: Db,
  municipalityId: string,
  assessmentId: string,
): Promise<number> {
  const { n } = await db
    .selectFrom('evidence_item')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('municipality_id', '=', municipalityId)
    .where('assessment_id', '=', assessmentId)
    // What is private is never shown, and how much of it there is is nobody's to count.
    .where('visibility', '=', 'public')
    .where('review', '=', 'open')
    .where('withdrawn_reason', '=', '')
    .executeTakeFirstOrThrow();
  return n;
}

/** The assessments whose draft the town hall has, and of which nobody has read yet what it answered. */
export async function readUnreadReplies(db: Db, assessmentIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reply_request')
    .select('assessment_id as id')
    .where(anyOf('assessment_id', assessmentIds))
    .where('read_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
