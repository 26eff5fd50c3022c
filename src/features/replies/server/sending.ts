import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { addWorkingDays } from '#features/calendar/working-days.ts';
import { holdAssessment, moveAssessment } from '#features/rounds/server/assessments.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import type { NewLinkCommand, SendCommand } from '../schema.ts';
import { stateOn } from '../state.ts';
import { accountOf, assessmentToHandle, requestToHandle } from './access.ts';
import { endOfDay } from './end-of-day.ts';
import * as links from './link-store.ts';
import { spanOf, writeToTownHall } from './mails.ts';
import { changeRequest, holdRequest, insertRequest, type ReplyRequest } from './request-store.ts';
import { makeToken } from './token.ts';

/** The last day of a reply that is asked for today. */
export function termFrom({ calendar, config }: Pick<App, 'calendar' | 'config'>, today: string): string {
  return addWorkingDays(calendar, today, config.replyDays);
}

/** Sends the draft of an assessment whose codes are all settled to the town hall, which has its term from today on. */
export async function sendDraft(
  app: App,
  actor: Actor,
  assessmentId: string,
  command: SendCommand,
  requestId: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  await assessmentToHandle(app.db, actor, assessmentId);
  const today = dayOf(app.clock());
  const earliest = termFrom(app, today);
  if (command.dueOn < earliest) return refused('dueOn', 'replies.fault.too-early');
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessmentId);
    await moveAssessment(tx, held, { to: 'reply', actor: account });
    const id = randomUUID();
    await insertRequest(tx, {
      id,
      assessment_id: assessmentId,
      municipality_id: held.municipalityId,
      recipient_name: command.recipientName,
      recipient_email: command.recipientEmail,
      requested_on: today,
      due_on: command.dueOn,
      sent_by: account,
    });
    await mailLink(app, tx, await holdRequest(tx, id), 'draft');
    await recordAudit(tx, {
      actor: account,
      action: 'send-draft',
      subject: { kind: 'reply-request', id },
      municipalityId: held.municipalityId,
      after: { dueOn: command.dueOn },
      requestId,
    });
    return { kind: 'done', value: null };
  });
}

/** Sends a new link, to the same person or another: those before it no longer work. */
export async function renewLink(
  app: App,
  actor: Actor,
  assessmentId: string,
  { recipientName, recipientEmail }: NewLinkCommand,
  requestId: string,
): Promise<Outcome<null>> {
  const found = await requestToHandle(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, found.id);
    if (request.stage !== 'reply' || stateOn(request, dayOf(app.clock())) !== 'open') {
      return refused('recipientEmail', 'replies.fault.closed');
    }
    await changeRequest(tx, request.id, { recipient_name: recipientName, recipient_email: recipientEmail });
    await links.revokeLinks(tx, request.id, app.clock());
    await mailLink(app, tx, { ...request, recipientName, recipientEmail }, 'link');
    await auditLink(tx, actor, request, 'renew-link', requestId);
    return { kind: 'done', value: null };
  });
}

/** Ends the link that was sent: it came to the wrong person. */
export async function revokeLink(
  app: App,
  actor: Actor,
  assessmentId: string,
  requestId: string,
): Promise<void> {
  const found = await requestToHandle(app.db, actor, assessmentId);
  await inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, found.id);
    const ended = await links.revokeLinks(tx, request.id, app.clock());
    if (ended === 0) throw new DomainError('conflict', 'no link works');
    await auditLink(tx, actor, request, 'revoke-link', requestId);
  });
}

function auditLink(tx: Tx, actor: Actor, request: ReplyRequest, action: string, requestId: string) {
  return recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'reply-request', id: request.id },
    municipalityId: request.municipalityId,
    requestId,
  });
}

async function mailLink(app: App, tx: Tx, request: ReplyRequest, kind: 'draft' | 'link'): Promise<void> {
  const { token, sha256 } = makeToken(app);
  const expiresAt = endOfDay(request.dueOn);
  await links.insertLink(tx, {
    id: randomUUID(),
    requestId: request.id,
    sha256,
    email: request.recipientEmail,
    madeAt: app.clock(),
    expiresAt,
  });
  await writeToTownHall(app, tx, {
    kind,
    to: request.recipientEmail,
    secretUntil: expiresAt,
    values: (formats, _, language) => ({
      name: request.recipientName,
      municipality: request.municipalityName,
      round: spanOf(request),
      due: formats.date(request.dueOn),
      days: app.config.replyDays,
      link: `${app.config.publicUrl}/${language}/reply/${token}`,
    }),
  });
}

function refused(
  field: string,
  key: 'replies.fault.too-early' | 'replies.fault.closed',
): Extract<Outcome<null>, { kind: 'refused' }> {
  return { kind: 'refused', faults: [{ field, key }] };
}
