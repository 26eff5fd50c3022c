import { randomUUID } from 'node:crypto';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { ActionCommand } from '../schema.ts';
import type { Door } from './door.ts';
import { readActions, writeText } from './reply-store.ts';
import { auditReply, changeReply, priorityOf, refused } from './writing.ts';

/** Actions that can be announced for one priority. */
const mostActions = 20;

/** Keeps the answer to a part. Nobody but who writes for the town hall reads it before it is handed in. */
export function saveAnswer(
  app: App,
  door: Door,
  part: string,
  { answer, version }: { answer: string; version: number },
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'answer', async (tx, request) => {
    const priorityId = await priorityOf(tx, request, part);
    const theirs = await writeText(tx, { requestId: request.id, priorityId, answer, version });
    if (theirs) {
      return { kind: 'conflict', theirs: { answer: theirs.answer }, theirVersion: theirs.version };
    }
    await auditReply(tx, door, request, { action: 'write-reply', after: { part } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Says what the town hall will do for a priority, and by when. */
export function announceAction(
  app: App,
  door: Door,
  part: string,
  { statement, dueOn }: ActionCommand,
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'statement', async (tx, request) => {
    const priorityId = await priorityOf(tx, request, part);
    if (priorityId === null) return refused('statement', 'replies.fault.action-of-priority');
    if (dueOn < request.requestedOn) return refused('dueOn', 'replies.fault.action-past');
    const actions = await readActions(tx, request.id);
    if (actions.filter((one) => one.priorityId === priorityId).length >= mostActions) {
      return refused('statement', 'replies.fault.too-many', { most: mostActions });
    }
    await tx
      .insertInto('announced_action')
      .values({
        id: randomUUID(),
        request_id: request.id,
        priority_id: priorityId,
        statement,
        due_on: dueOn,
        added_at: app.clock(),
      })
      .execute();
    await auditReply(tx, door, request, { action: 'announce-action', after: { part, dueOn } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Takes back an action that was announced, before the reply is handed in. */
export function removeAction(
  app: App,
  door: Door,
  part: string,
  id: string,
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'statement', async (tx, request) => {
    await tx
      .deleteFrom('announced_action')
      .where('request_id', '=', request.id)
      .where('id', '=', id)
      .execute();
    await auditReply(tx, door, request, { action: 'remove-action', before: { part } }, requestId);
    return { kind: 'done', value: null };
  });
}
