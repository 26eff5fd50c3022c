import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import type { HandInCoding } from '../schema.ts';
import { fieldsOfCoding } from '../coding-fields.ts';
import { getTaskToCode, holdAssessmentOf, type Task } from './access.ts';
import { readCodings, sealAndClose, writeCoding, type Coding } from './code-store.ts';
import { faultsOfCode } from './entry-check.ts';
import { sealCoding } from './seal.ts';
import { advance, settleIfAgreed } from './settle.ts';

/** The form's address without the language, under which its draft is kept. */
export function formOfTask(taskId: string): string {
  return `/work/coding/${taskId}`;
}

async function ownCoding(db: Db, task: Task): Promise<Coding | undefined> {
  const codings = await readCodings(db, task.id, task.reader);
  return codings.find(({ accountId }) => accountId === task.reader);
}

async function write(tx: Tx, task: Task, seat: number, command: HandInCoding, at: Date): Promise<void> {
  const { municipalityId, reader: accountId } = task;
  await writeCoding(tx, { taskId: task.id, seat }, { ...command, municipalityId, accountId, at });
}

/** Nobody has looked somewhere tomorrow. */
function faultsOfSearches({ searches, searchRows }: HandInCoding, today: string): FieldFault[] {
  return searches.flatMap(({ searchedOn }, index): FieldFault[] =>
    searchedOn > today
      ? [{ field: `searched_on.${searchRows[index] ?? index}`, key: 'coding.fault.to-come' }]
      : [],
  );
}

/**
 * Hands a coding in: its seal is stored first, then it is closed for good. Where the other coder has handed in the same code,
 * it holds; where every task has two codes, the assessment goes on. Handed in a second time, nothing changes.
 */
export function handIn(
  app: App,
  actor: Actor,
  taskId: string,
  command: HandInCoding,
  requestId: string,
): Promise<Outcome<{ isRepeated: boolean }>> {
  const at = app.clock();
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessmentOf(tx, taskId);
    const { task, seat } = await getTaskToCode(tx, actor, taskId, at);
    const known = await ownCoding(tx, task);
    if (known?.submittedAt) return { kind: 'done', value: { isRepeated: true } };
    if (held.stage !== 'coding') {
      return { kind: 'refused', faults: [{ field: 'given', key: 'coding.fault.not-open' }] };
    }
    if ((known?.version ?? 0) !== command.version) return staleOf(known);
    const faults = [
      ...faultsOfSearches(command, dayOf(at)),
      ...(await faultsOfCode(tx, task, { ...command, searches: command.searches.length })),
    ];
    if (faults.length > 0) return { kind: 'refused', faults };
    await write(tx, task, seat, command, at);
    const sealed = sealCoding({ ...command, task: task.id, seat, coder: task.reader });
    await sealAndClose(tx, { taskId, seat }, { ...sealed, at });
    // Never the code: whoever reads the audit would read it before its time.
    await recordAudit(tx, {
      actor: task.reader,
      action: 'hand-in',
      subject: { kind: 'coding-task', id: task.id },
      municipalityId: task.municipalityId,
      after: { seat, sha256: sealed.sha256 },
      requestId,
    });
    await settleIfAgreed(tx, task, { actor: task.reader, at, requestId });
    await advance(tx, held, task.reader);
    await dropDraft(tx, actor, formOfTask(taskId));
    return { kind: 'done', value: { isRepeated: false } };
  });
}

function staleOf(known: Coding | undefined): Outcome<never> {
  return { kind: 'conflict', theirs: known ? fieldsOfCoding(known) : {}, theirVersion: known?.version ?? 0 };
}

/**
 * Keeps a coding without handing it in, as from a spreadsheet: what the codebook requires may still be missing.
 * @returns the version that it has then
 */
export function keepCoding(
  app: App,
  actor: Actor,
  taskId: string,
  command: HandInCoding,
): Promise<Outcome<{ version: number }>> {
  const at = app.clock();
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessmentOf(tx, taskId);
    const { task, seat } = await getTaskToCode(tx, actor, taskId, at);
    const known = await ownCoding(tx, task);
    if (known?.submittedAt || held.stage !== 'coding') {
      return { kind: 'refused', faults: [{ field: 'given', key: 'coding.fault.not-open' }] };
    }
    if ((known?.version ?? 0) !== command.version) return staleOf(known);
    const wrong = await faultsOfCode(tx, task, { ...command, searches: command.searches.length });
    const faults = [
      ...faultsOfSearches(command, dayOf(at)),
      ...wrong.filter(({ key }) => key === 'form.fault.choice' || key === 'coding.fault.evidence-gone'),
    ];
    if (faults.length > 0) return { kind: 'refused', faults };
    await write(tx, task, seat, command, at);
    await recordAudit(tx, {
      actor: task.reader,
      action: 'keep-coding',
      subject: { kind: 'coding-task', id: task.id },
      municipalityId: task.municipalityId,
      after: { seat },
    });
    return { kind: 'done', value: { version: command.version + 1 } };
  });
}
