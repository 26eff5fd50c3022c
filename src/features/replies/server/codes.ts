import type { Actor } from '#features/accounts/actor.ts';
import { showTask, taskToDecide } from '#features/coding/server/task-page.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { requestToHandle } from './access.ts';

/**
 * A component whose code may change because of the reply, for somebody who coded it not.
 * @throws not-found where it is none of this reply's, or nobody reads the reply now; forbidden for its coders
 */
export async function showCode(app: App, actor: Actor, assessmentId: string, taskId: string) {
  const request = await requestToHandle(app.db, actor, assessmentId);
  await taskToDecide(app, actor, taskId);
  const page = await showTask(app, actor, taskId);
  const inForce = page.settled.at(-1);
  const isOfReply = page.task.assessmentId === assessmentId && request.stage === 'reading';
  if (!isOfReply || !inForce) throw notFound(`code of task ${taskId}`);
  return { assessmentId, page, inForce: { code: inForce.code, number: inForce.number } };
}
