import type { FieldFault, Outcome } from '#forms/form.ts';
import type { MessageKey, MessageValues } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit, type AuditedState } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { partOf, stateOn } from '../state.ts';
import { linkWorks } from './link-store.ts';
import type { Door } from './door.ts';
import { readPriorities } from './draft-store.ts';
import { holdRequest, type ReplyRequest } from './request-store.ts';

export function refused(
  field: string,
  key: MessageKey,
  values?: MessageValues,
): { kind: 'refused'; faults: FieldFault[] } {
  return { kind: 'refused', faults: [{ field, key, ...(values ? { values } : {}) }] };
}

/** Whether a reply that is held can be changed through a door now. */
function isWritable(app: App, { kind }: Door, request: ReplyRequest): boolean {
  if (request.stage !== 'reply' || request.submittedAt !== null) return false;
  const isTyped = request.enteredBy !== null;
  if (kind === 'staff') return isTyped;
  return !isTyped && stateOn(request, dayOf(app.clock())) === 'open';
}

/** Changes a reply that is still open, one person after the other. What is wrong stands at the field that the form has last. */
export function changeReply<T>(
  app: App,
  door: Door,
  field: string,
  change: (tx: Tx, request: ReplyRequest) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, door.request.id);
    if (!isWritable(app, door, request)) return refused(field, 'replies.fault.closed');
    // Revoked while a document was on its way: who ends a link holds the request, too.
    if (door.linkId !== null && !(await linkWorks(tx, door.linkId, app.clock())))
      return refused(field, 'replies.fault.link-over');
    return change(tx, request);
  });
}

/** The priority that a part of the address names; null for the whole. @throws not-found */
export async function priorityOf(tx: Tx, request: ReplyRequest, name: string): Promise<string | null> {
  const part = partOf(name);
  if (!part) throw notFound(`part ${name} of a reply`);
  if (part.kind === 'overall') return null;
  const priorities = await readPriorities(tx, request.contractId);
  const found = priorities[part.number - 1];
  if (!found) throw notFound(`priority ${name} of a reply`);
  return found.id;
}

/** Writes down that a reply was changed; its words stand in the reply. */
export function auditReply(
  tx: Tx,
  { actor }: Pick<Door, 'actor'>,
  request: ReplyRequest,
  event: { action: string; after?: AuditedState; before?: AuditedState; reason?: string },
  requestId: string,
): Promise<void> {
  return recordAudit(tx, {
    actor,
    subject: { kind: 'reply-request', id: request.id },
    municipalityId: request.municipalityId,
    requestId,
    ...event,
  });
}
