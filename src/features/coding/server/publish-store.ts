import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Pattern } from '../agreement/units.ts';

/** The codes in force of an assessment's components: the highest number of each; and what it was before any reply. */
export function readCodesInForce(db: Db, assessmentId: string) {
  return db
    .selectFrom('settled_code as settled')
    .innerJoin('coding_task as task', 'task.id', 'settled.task_id')
    .select([
      'settled.task_id as taskId',
      'settled.number',
      'settled.basis',
      'settled.code',
      'settled.rationale',
      'settled.reason',
      'settled.decided_at as decidedAt',
      sql<string>`(SELECT code FROM settled_code before
        WHERE before.task_id = settled.task_id AND before.basis <> 'reply' ORDER BY before.number DESC LIMIT 1)`.as(
        'beforeReply',
      ),
    ])
    .distinctOn('settled.task_id')
    .where('task.assessment_id', '=', assessmentId)
    .orderBy('settled.task_id')
    .orderBy('settled.number', 'desc')
    .execute();
}

/** The published evidence that the codes in force rely on; what stays private or withheld has no row in the record. */
export function readPublishedEvidence(db: Db, assessmentId: string) {
  return db
    .selectFrom('settled_evidence as relied')
    .innerJoin('coding_task as task', 'task.id', 'relied.task_id')
    .innerJoin('evidence_item as item', (join) =>
      join
        .onRef('item.municipality_id', '=', 'relied.municipality_id')
        .onRef('item.id', '=', 'relied.item_id'),
    )
    .innerJoin('evidence', 'evidence.id', 'item.evidence_id')
    .select(['relied.task_id as taskId', 'evidence.id as evidenceId'])
    .where('task.assessment_id', '=', assessmentId)
    .where(
      sql<boolean>`relied.number = (SELECT max(number) FROM settled_code WHERE task_id = relied.task_id)`,
    )
    .orderBy('evidence.key')
    .execute();
}

/**
 * Pairs of codes of a round and how often each was given: by the coder of seat 1 and the coder of seat 2, as they handed them in.
 * Tasks of which one is missing have no pair.
 * @param which 'public': of the assessments that are published, and of these; 'all': of every assessment
 */
export async function readPatterns(
  db: Db,
  roundPlanId: string,
  which: { kind: 'all' } | { kind: 'public'; beside: readonly string[] },
): Promise<Pattern[]> {
  const scope =
    which.kind === 'all'
      ? sql`true`
      : sql`(assessment.stage = 'published' OR assessment.id = ANY(${which.beside}::uuid[]))`;
  const { rows } = await sql<{ first: string; second: string; count: number }>`
    SELECT one.code AS first, other.code AS second, count(*)::int AS count
    FROM assessment
    JOIN coding_task task ON task.assessment_id = assessment.id
    JOIN coding one ON one.task_id = task.id AND one.seat = 1 AND one.submitted_at IS NOT NULL
    JOIN coding other ON other.task_id = task.id AND other.seat = 2 AND other.submitted_at IS NOT NULL
    WHERE assessment.round_plan_id = ${roundPlanId} AND ${scope}
    GROUP BY one.code, other.code
    ORDER BY one.code, other.code`.execute(db);
  return rows.map(({ first, second, count }) => ({ unit: [first, second], count }));
}

/** The codes of a round's codebook, in its order. */
export function readScale(db: Db, roundPlanId: string) {
  return db
    .selectFrom('round_plan')
    .innerJoin('codebook_code', 'codebook_code.codebook_id', 'round_plan.codebook_id')
    .select(['codebook_code.code', 'codebook_code.rank', 'codebook_code.name'])
    .where('round_plan.id', '=', roundPlanId)
    .orderBy('codebook_code.position')
    .execute();
}

export async function readLastEdition(db: Db, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('round_agreement')
    .select((eb) => eb.fn.max('edition').as('edition'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row?.edition ?? 0;
}

export async function readPlanOf(db: Db, assessmentId: string): Promise<string> {
  const { planId } = await db
    .selectFrom('assessment')
    .select('round_plan_id as planId')
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  return planId;
}
