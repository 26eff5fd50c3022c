import type { Actor } from '#features/accounts/actor.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import type { App } from '#server/app.ts';
import { parseRequirements } from '../entry-rules.ts';
import { requirementWords } from '../requirement-words.ts';
import { decidesCode, seatOf } from '../policy.ts';
import { getTask, getTaskToCode, getTaskToDecide, isKeptOut, type Task } from './access.ts';
import { readCodings, type Coding } from './code-store.ts';
import { readEvidence } from './evidence-store.ts';
import { formOfTask } from './hand-in.ts';
import { nextTask } from './lists.ts';
import { readSettled } from './settled-store.ts';
import { readCodes } from './task-store.ts';

/** What the reader can do with a task. */
function turnOf(
  actor: Actor,
  task: Task,
  now: { codings: readonly Coding[]; isSettled: boolean; isBarred: boolean },
): 'code' | 'decide' | 'none' {
  if (now.isBarred) return 'none';
  const own = now.codings.find(({ accountId }) => accountId === task.reader);
  if (seatOf(actor, task)) return task.stage === 'coding' && !own?.submittedAt ? 'code' : 'none';
  const areBothIn = task.seats.length === 2 && task.seats.every(({ hasHandedIn }) => hasHandedIn);
  const isOpen = task.stage === 'coding' || task.stage === 'adjudication';
  return areBothIn && isOpen && !now.isSettled && decidesCode(actor, task) ? 'decide' : 'none';
}

/** A task as one person sees it: what is coded, by which rule, on what evidence, and the codings that they may read. */
export async function showTask(app: App, actor: Actor, id: string) {
  const task = await getTask(app.db, actor, id);
  const [codes, evidence, codings, settled, isBarred, next, kept] = await Promise.all([
    readCodes(app.db, task.codebookId),
    readEvidence(app.db, task, task.reader),
    readCodings(app.db, id, task.reader),
    readSettled(app.db, id),
    isKeptOut(app.db, task, app.clock()),
    nextTask(app, actor, id),
    findDraft(app, actor, formOfTask(id)),
  ]);
  const { reader, seats, ...about } = task;
  // Of a private item that a code relies on, others are not told: not even how many there are.
  const isSeen = (id: string) => evidence.some((item) => item.id === id);
  return {
    task: about,
    seats: seats.map(({ seat, organisationName, hasHandedIn, accountId }) => ({
      seat,
      organisationName,
      hasHandedIn,
      isOwn: accountId === reader,
    })),
    codes: codes.map(({ requires, ...code }) => ({
      ...code,
      requires: parseRequirements(requires).map(requirementWords),
    })),
    evidence,
    codings: codings.map(({ accountId, ...coding }) => ({
      ...coding,
      evidence: coding.evidence.filter(isSeen),
      isOwn: accountId === reader,
    })),
    settled: settled.map(({ decidedBy: _, ...one }) => one),
    turn: turnOf(actor, task, { codings, isSettled: settled.length > 0, isBarred }),
    isBarred,
    next: next ?? null,
    kept: kept ?? null,
  };
}

export type TaskPage = Awaited<ReturnType<typeof showTask>>;

/** What the page's forms ask before they look at what was sent. @throws not-found, forbidden */
export function taskToCode(app: App, actor: Actor, id: string) {
  return getTaskToCode(app.db, actor, id, app.clock());
}

/** @see taskToCode */
export function taskToDecide(app: App, actor: Actor, id: string) {
  return getTaskToDecide(app.db, actor, id, app.clock());
}

/** The same for drafts, which coders and those who decide keep. */
export async function taskToWrite(app: App, actor: Actor, id: string) {
  const task = await getTask(app.db, actor, id);
  return seatOf(actor, task) ? taskToCode(app, actor, id) : taskToDecide(app, actor, id);
}
