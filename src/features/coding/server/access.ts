import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { decidesCode, seatOf, seesTask } from '../policy.ts';
import { isBarred, readAssessmentOf, readSeats, readTask } from './task-store.ts';

/** A task with its seats, as far as the actor may see it. @throws not-found */
export async function getTask(db: Db, actor: Actor, id: string) {
  const [task, seats] = await Promise.all([readTask(db, id), readSeats(db, id)]);
  if (!task || actor.kind !== 'account' || !seesTask(actor, { ...task, seats })) throw notFound(`task ${id}`);
  return { ...task, seats, reader: actor.id };
}

export type Task = Awaited<ReturnType<typeof getTask>>;

/** Whether a conflict of interest keeps the actor from it today. */
export function isKeptOut(db: Db, { municipalityId, priorityId, reader }: Task, now: Date): Promise<boolean> {
  return isBarred(db, { accountId: reader, municipalityId, priorityId, day: dayOf(now) });
}

/** The same to code it. @throws not-found; forbidden for who has no seat or a conflict of interest */
export async function getTaskToCode(db: Db, actor: Actor, id: string, now: Date) {
  const task = await getTask(db, actor, id);
  const seat = seatOf(actor, task);
  if (!seat) throw new DomainError('forbidden', 'no seat');
  if (await isKeptOut(db, task, now)) throw new DomainError('forbidden', 'conflict of interest');
  return { task, seat: seat.seat };
}

/** The same to decide which code holds. @throws not-found; forbidden for who coded it or has a conflict of interest */
export async function getTaskToDecide(db: Db, actor: Actor, id: string, now: Date): Promise<Task> {
  const task = await getTask(db, actor, id);
  if (!decidesCode(actor, task)) throw new DomainError('forbidden', 'decides no code here');
  if (await isKeptOut(db, task, now)) throw new DomainError('forbidden', 'conflict of interest');
  return task;
}

/**
 * The assessment of a task, held until the transaction ends. Before anything is asked about who may write: seats are given and
 * conflicts of interest declared by those who hold it, so what is read afterwards still holds when it is written.
 * @throws not-found
 */
export async function holdAssessmentOf(tx: Tx, taskId: string) {
  const id = await readAssessmentOf(tx, taskId);
  if (id === undefined) throw notFound(`task ${taskId}`);
  return holdAssessment(tx, id);
}
