import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';

export type Basis = 'agreement' | 'adjudication' | 'reply';

/** The codes that held for a task, the first first; the last is in force. */
export function readSettled(db: Db, taskId: string) {
  return db
    .selectFrom('settled_code')
    .select([
      'number',
      'basis',
      'code',
      'rationale',
      'reason',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
    .where('task_id', '=', taskId)
    .orderBy('number')
    .execute();
}

export async function readSettledEvidence(db: Db, taskId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('settled_evidence as relied')
    .select('item_id as id')
    .distinct()
    .where('task_id', '=', taskId)
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertSettled(
  tx: Tx,
  settled: {
    taskId: string;
    municipalityId: string;
    number: number;
    basis: Basis;
    code: string;
    rationale: Localised;
    reason: Localised | null;
    decidedBy: string | null;
    at: Date;
    evidence: readonly string[];
  },
): Promise<void> {
  const { taskId, number } = settled;
  await tx
    .insertInto('settled_code')
    .values({
      task_id: taskId,
      number,
      basis: settled.basis,
      code: settled.code,
      rationale: JSON.stringify(settled.rationale),
      reason: settled.reason === null ? null : JSON.stringify(settled.reason),
      decided_by: settled.decidedBy,
      decided_at: settled.at,
    })
    .execute();
  const evidence = [...new Set(settled.evidence)];
  if (evidence.length === 0) return;
  await tx
    .insertInto('settled_evidence')
    .values(
      evidence.map((item_id) => ({
        task_id: taskId,
        number,
        municipality_id: settled.municipalityId,
        item_id,
      })),
    )
    .execute();
}

/** How far an assessment's tasks are: counts alone. */
export async function readCounts(db: Db, assessmentId: string) {
  return db
    .selectFrom('coding_task as task')
    .select((eb) => [
      eb.fn.countAll<number>().as('tasks'),
      eb.fn
        .count<number>('task.id')
        .filterWhere(
          eb(
            eb
              .selectFrom('coding')
              .select((inner) => inner.fn.countAll<number>().as('n'))
              .whereRef('coding.task_id', '=', 'task.id')
              .where('submitted_at', 'is not', null),
            '=',
            2,
          ),
        )
        .as('coded'),
      eb.fn
        .count<number>('task.id')
        .filterWhere((inner) =>
          inner.exists(
            inner
              .selectFrom('settled_code')
              .select('number')
              .whereRef('settled_code.task_id', '=', 'task.id'),
          ),
        )
        .as('settled'),
    ])
    .where('task.assessment_id', '=', assessmentId)
    .executeTakeFirstOrThrow();
}
