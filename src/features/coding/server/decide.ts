import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { DecideCode } from '../schema.ts';
import { getTaskToDecide, holdAssessmentOf, type Task } from './access.ts';
import { readCodings, type Coding } from './code-store.ts';
import { faultsOfCode } from './entry-check.ts';
import { formOfTask } from './hand-in.ts';
import { insertSettled, readSettled, readSettledEvidence, type Basis } from './settled-store.ts';
import { advance } from './settle.ts';

type Refused = Extract<Outcome<never>, { kind: 'refused' }>;

function refused(key: 'coding.fault.not-open' | 'coding.fault.not-both' | 'coding.fault.same-code'): Refused {
  return { kind: 'refused', faults: [{ field: 'given', key }] };
}

function theirsOf(settled: { code: string; number: number }): Outcome<never> {
  return { kind: 'conflict', theirs: { given: settled.code }, theirVersion: settled.number };
}

/** A code that a coder gave has met its rule already; any other has to meet it by the evidence chosen. */
function faultsOfDecision(tx: Tx, task: Task, command: DecideCode, codings: readonly Coding[]) {
  const searches = codings.flatMap((coding) => coding.searches).length;
  const isRuleMet = codings.some(({ code }) => code === command.code);
  return faultsOfCode(tx, task, { ...command, searches }, { isRuleMet });
}

async function decide(
  tx: Tx,
  task: Task,
  command: DecideCode,
  as: {
    basis: Basis;
    number: number;
    before: object;
    evidence: readonly string[];
    at: Date;
    requestId: string;
  },
): Promise<void> {
  await insertSettled(tx, {
    taskId: task.id,
    municipalityId: task.municipalityId,
    number: as.number,
    basis: as.basis,
    code: command.code,
    rationale: command.rationale,
    reason: command.reason,
    decidedBy: task.reader,
    at: as.at,
    evidence: as.evidence,
  });
  await recordAudit(tx, {
    actor: task.reader,
    action: as.basis === 'reply' ? 'change-after-reply' : 'adjudicate',
    subject: { kind: 'coding-task', id: task.id },
    municipalityId: task.municipalityId,
    before: { ...as.before },
    after: { code: command.code, reason: command.reason },
    requestId: as.requestId,
  });
}

/** Somebody who coded neither decides between two codes, with a written reason. */
export function adjudicate(
  app: App,
  actor: Actor,
  taskId: string,
  command: DecideCode,
  requestId: string,
): Promise<Outcome<{ number: number }>> {
  const at = app.clock();
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessmentOf(tx, taskId);
    const task = await getTaskToDecide(tx, actor, taskId, at);
    const [settled] = await readSettled(tx, taskId);
    if (settled) return theirsOf(settled);
    if (held.stage !== 'coding' && held.stage !== 'adjudication') return refused('coding.fault.not-open');
    const codings = await readCodings(tx, taskId, null);
    if (codings.length < 2) return refused('coding.fault.not-both');
    const alike = codings.filter(({ code }) => code === command.code);
    const faults = await faultsOfDecision(tx, task, command, codings);
    if (faults.length > 0) return { kind: 'refused', faults };
    await decide(tx, task, command, {
      basis: 'adjudication',
      number: 1,
      before: { codes: codings.map(({ code }) => code) },
      evidence: [...command.evidence, ...alike.flatMap((coding) => coding.evidence)],
      at,
      requestId,
    });
    await advance(tx, held, task.reader);
    await dropDraft(tx, actor, formOfTask(taskId));
    return { kind: 'done', value: { number: 1 } };
  });
}

/**
 * A code that is changed because of what the town hall replied, while its reply is read: the earlier one stays beside it. The
 * evidence chosen adds to what the earlier code relied on.
 * @param base the number in force that the person saw
 */
export function changeCodeAfterReply(
  app: App,
  actor: Actor,
  taskId: string,
  command: DecideCode & { base: number },
  requestId: string,
): Promise<Outcome<{ number: number }>> {
  const at = app.clock();
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessmentOf(tx, taskId);
    const task = await getTaskToDecide(tx, actor, taskId, at);
    if (held.stage !== 'reading') return refused('coding.fault.not-open');
    const settled = await readSettled(tx, taskId);
    const inForce = settled.at(-1);
    if (!inForce) return refused('coding.fault.not-both');
    if (inForce.number !== command.base) return theirsOf(inForce);
    if (inForce.code === command.code) return refused('coding.fault.same-code');
    const codings = await readCodings(tx, taskId, null);
    const faults = await faultsOfDecision(tx, task, command, codings);
    if (faults.length > 0) return { kind: 'refused', faults };
    const number = inForce.number + 1;
    await decide(tx, task, command, {
      basis: 'reply',
      number,
      before: { code: inForce.code },
      evidence: [...command.evidence, ...(await readSettledEvidence(tx, taskId))],
      at,
      requestId,
    });
    return { kind: 'done', value: { number } };
  });
}
