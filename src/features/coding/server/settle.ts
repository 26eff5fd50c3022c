import { holdAssessment, moveAssessment } from '#features/rounds/server/assessments.ts';
import { recordAudit } from '#server/audit/audit.ts';
import type { Tx } from '#server/database/db.ts';
import type { Task } from './access.ts';
import { readCodings } from './code-store.ts';
import { insertSettled, readCounts } from './settled-store.ts';

type Held = Awaited<ReturnType<typeof holdAssessment>>;

interface Acting {
  actor: string;
  at: Date;
  requestId: string;
}

/** Where both coders have handed in the same code, it holds, with the rationale of the first coder. */
export async function settleIfAgreed(tx: Tx, task: Task, { actor, at, requestId }: Acting): Promise<void> {
  const [one, other] = await readCodings(tx, task.id, null);
  if (!one || !other || one.code === null || one.code !== other.code) return;
  await insertSettled(tx, {
    taskId: task.id,
    municipalityId: task.municipalityId,
    number: 1,
    basis: 'agreement',
    code: one.code,
    rationale: { [one.language]: one.rationale },
    reason: null,
    decidedBy: null,
    at,
    evidence: [...one.evidence, ...other.evidence],
  });
  await recordAudit(tx, {
    actor,
    action: 'settle',
    subject: { kind: 'coding-task', id: task.id },
    municipalityId: task.municipalityId,
    after: { basis: 'agreement', code: one.code },
    requestId,
  });
}

/**
 * Takes an assessment on once every task of it has two codes: to the adjudication, or where every code is settled, past it.
 * @param held the assessment, which the transaction holds: of two who come last at once, one sees both codes
 */
export async function advance(tx: Tx, held: Held, actor: string): Promise<void> {
  const { tasks, coded, settled } = await readCounts(tx, held.id);
  if (coded < tasks) return;
  const to = settled === tasks ? 'settled' : 'adjudication';
  if (to !== held.stage) await moveAssessment(tx, held, { to, actor });
}
