import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** The priorities of a contract in its order. */
export function readPriorities(db: Db, contractId: string) {
  return db
    .selectFrom('priority')
    .select(['id', 'key', 'number', 'statement'])
    .where('contract_id', '=', contractId)
    .orderBy('position')
    .execute();
}

/** Each component of an assessment with the code in force, and the one before it where the reply changed it. */
export async function readSettled(db: Db, assessmentId: string) {
  const { rows } = await sql<{
    taskId: string;
    priorityId: string;
    position: number;
    statement: Localised;
    code: string | null;
    rationale: Localised | null;
    before: string | null;
  }>`
    SELECT task.id AS "taskId", component.priority_id AS "priorityId", component.position, component.statement,
      latest.code, latest.rationale, earlier.code AS before
    FROM coding_task task
    JOIN component ON component.id = task.component_id
    LEFT JOIN LATERAL (SELECT code, rationale, basis FROM settled_code WHERE task_id = task.id
      ORDER BY number DESC LIMIT 1) latest ON true
    LEFT JOIN LATERAL (SELECT code FROM settled_code WHERE task_id = task.id AND basis <> 'reply'
      ORDER BY number DESC LIMIT 1) earlier ON latest.basis = 'reply'
    WHERE task.assessment_id = ${assessmentId}
    ORDER BY component.priority_id, component.position`.execute(db);
  return rows;
}

/** What the public is going to read beside the codes, as far as it is written. */
export function readRationales(db: Db, assessmentId: string) {
  return db
    .selectFrom('status_draft')
    .select(['priority_id as priorityId', 'rationale'])
    .where('assessment_id', '=', assessmentId)
    .execute();
}

/** Evidence that may be shown: accepted, not withdrawn, nobody's secret. */
export function readPublicEvidence(
  db: Db,
  {
    municipalityId,
    assessmentId,
    priorityId,
  }: Record<'municipalityId' | 'assessmentId' | 'priorityId', string>,
) {
  return db
    .selectFrom('evidence_item as item')
    .select((eb) => [
      'item.id',
      'item.class',
      'item.stance',
      'item.dated',
      'item.shows',
      'item.publisher',
      'item.url',
      eb
        .selectFrom('evidence_item_component as link')
        .innerJoin('component', 'component.id', 'link.component_id')
        .select(({ fn }) => fn.agg<number[]>('array_agg', ['component.position']).as('positions'))
        .whereRef('link.municipality_id', '=', 'item.municipality_id')
        .whereRef('link.item_id', '=', 'item.id')
        .where('component.priority_id', '=', priorityId)
        .as('components'),
    ])
    .where('item.municipality_id', '=', municipalityId)
    .where('item.assessment_id', '=', assessmentId)
    .where('item.visibility', '=', 'public')
    .where('item.review', '=', 'accepted')
    .where('item.withdrawn_reason', '=', '')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('evidence_item_component as link')
          .innerJoin('component', 'component.id', 'link.component_id')
          .select('component.id')
          .whereRef('link.municipality_id', '=', 'item.municipality_id')
          .whereRef('link.item_id', '=', 'item.id')
          .where('component.priority_id', '=', priorityId),
      ),
    )
    .orderBy('item.dated')
    .orderBy('item.id')
    .execute();
}

export async function readMapping(db: Db, codebookId: string) {
  const book = await db
    .selectFrom('codebook')
    .select(['key', 'mapping'])
    .where('id', '=', codebookId)
    .executeTakeFirstOrThrow();
  return book.mapping;
}
