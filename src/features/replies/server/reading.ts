import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment, moveAssessment } from '#features/rounds/server/assessments.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { actionWordingSchema, finishSchema, readSchema, showDocumentSchema } from '../schema.ts';
import { stateOn } from '../state.ts';
import { accountOf, requestToHandle } from './access.ts';
import { readTexts } from './reply-store.ts';
import { changeRequest, holdRequest, type ReplyRequest } from './request-store.ts';
import { auditReply, refused } from './writing.ts';

/** Begins the reading: once the reply was handed in, or its last day has passed. Silence blocks nothing. */
export async function beginReading(
  app: App,
  actor: Actor,
  assessmentId: string,
  requestId: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  const found = await requestToHandle(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessmentId);
    const request = await holdRequest(tx, found.id);
    if (held.stage !== 'reply') return refused('begin-reading', 'replies.fault.read-already');
    const state = stateOn(request, dayOf(app.clock()));
    if (state === 'open') return refused('begin-reading', 'replies.fault.still-open');
    await moveAssessment(tx, held, { to: 'reading', actor: account });
    await auditReply(
      tx,
      { actor: account },
      request,
      { action: 'begin-reading', after: { state } },
      requestId,
    );
    return { kind: 'done', value: null };
  });
}

/** Changes what belongs to the reading while it lasts. */
async function whileReading(
  app: App,
  actor: Actor,
  assessmentId: string,
  change: (tx: Tx, request: ReplyRequest, account: string) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  const found = await requestToHandle(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessmentId);
    const request = await holdRequest(tx, found.id);
    if (held.stage !== 'reading') return refused('reading', 'replies.fault.not-reading');
    return change(tx, request, account);
  });
}

/** Says that one part of the reply was read, with its wording in the other language and what came of it. */
export function markRead(
  app: App,
  actor: Actor,
  assessmentId: string,
  { id, translation, note }: z.output<typeof readSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return whileReading(app, actor, assessmentId, async (tx, request, account) => {
    const read = await tx
      .updateTable('reply_text')
      .set((eb) => ({
        translation,
        read_note: note,
        read_by: account,
        read_at: app.clock(),
        version: eb('version', '+', 1),
      }))
      .where('request_id', '=', request.id)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!read) return refused('reading', 'replies.fault.not-reading');
    await auditReply(
      tx,
      { actor: account },
      request,
      { action: 'read-reply', after: { text: id } },
      requestId,
    );
    return { kind: 'done', value: null };
  });
}

/** Writes an announced action in the other language. */
export function wordAction(
  app: App,
  actor: Actor,
  assessmentId: string,
  { id, translation }: z.output<typeof actionWordingSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return whileReading(app, actor, assessmentId, async (tx, request, account) => {
    await tx
      .updateTable('announced_action')
      .set({ translation })
      .where('request_id', '=', request.id)
      .where('id', '=', id)
      .execute();
    const after = { announced: id };
    await auditReply(tx, { actor: account }, request, { action: 'translate-action', after }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Decides whether the public may have a document that came with the reply. */
export function showDocument(
  app: App,
  actor: Actor,
  assessmentId: string,
  { id, shown }: z.output<typeof showDocumentSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return whileReading(app, actor, assessmentId, async (tx, request, account) => {
    await tx
      .updateTable('reply_document')
      .set({ shown })
      .where('request_id', '=', request.id)
      .where('id', '=', id)
      .execute();
    const after = { document: id, shown };
    await auditReply(tx, { actor: account }, request, { action: 'show-document', after }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Ends the reading: every part of the reply was read, or there was none. The publication can be prepared then. */
export function finishReading(
  app: App,
  actor: Actor,
  assessmentId: string,
  { note }: z.output<typeof finishSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return whileReading(app, actor, assessmentId, async (tx, request, account) => {
    if (request.readAt !== null) return { kind: 'done', value: null };
    const texts = request.submittedAt === null ? [] : await readTexts(tx, request.id);
    const unread = texts.filter(({ answer, readAt }) => answer !== '' && readAt === null);
    if (unread.length > 0) return refused('reading', 'replies.fault.unread', { count: unread.length });
    await changeRequest(tx, request.id, { read_by: account, read_at: app.clock(), read_note: note });
    await auditReply(tx, { actor: account }, request, { action: 'finish-reading' }, requestId);
    return { kind: 'done', value: null };
  });
}
