import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { dayAfter } from '#features/calendar/day.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { decideTimeSchema, moreTimeSchema } from '../schema.ts';
import { accountOf, requestToHandle } from './access.ts';
import type { Door } from './door.ts';
import { endOfDay } from './end-of-day.ts';
import { moveExpiry } from './link-store.ts';
import { spanOf, writeToTownHall } from './mails.ts';
import { readExtensions } from './reply-store.ts';
import { changeRequest, holdRequest, type ReplyRequest } from './request-store.ts';
import { auditReply, changeReply, refused } from './writing.ts';

/** The longest that a reply can be put off at once, in days. */
const longest = 60;

function isWithin({ dueOn }: ReplyRequest, day: string): boolean {
  return day > dueOn && day <= dayAfter(dueOn, longest);
}

/** Asks for more time, on the last day at the latest; one request is decided before the next is made. */
export function askForTime(
  app: App,
  door: Door,
  { until, reason }: z.output<typeof moreTimeSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'until', async (tx, request) => {
    if (!isWithin(request, until)) return refused('until', 'replies.fault.until', { most: longest });
    const earlier = await readExtensions(tx, request.id);
    if (earlier.some(({ decision }) => decision === null))
      return refused('until', 'replies.fault.asked-already');
    await tx
      .insertInto('reply_extension')
      .values({
        id: randomUUID(),
        request_id: request.id,
        asked_on: dayOf(app.clock()),
        asked_until: until,
        reason,
      })
      .execute();
    await auditReply(tx, door, request, { action: 'ask-for-time', after: { until } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Gives the town hall more time, or not. Where it is given, the last day moves, and with it the end of the link. */
export async function decideTime(
  app: App,
  actor: Actor,
  assessmentId: string,
  command: z.output<typeof decideTimeSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  const found = await requestToHandle(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, found.id);
    const asked = (await readExtensions(tx, request.id)).find(({ id }) => id === command.id);
    if (!asked || asked.decision !== null) return refused('decision', 'replies.fault.decided');
    if (request.stage !== 'reply' || request.submittedAt !== null) {
      return refused('decision', 'replies.fault.closed');
    }
    const { decision, note } = command;
    const until = decision === 'granted' ? (command.until ?? asked.askedUntil) : null;
    if (until !== null && (!isWithin(request, until) || until < dayOf(app.clock()))) {
      return refused('until', 'replies.fault.until', { most: longest });
    }
    await tx
      .updateTable('reply_extension')
      .set({
        decision,
        granted_until: until,
        decision_note: note,
        decided_by: account,
        decided_at: app.clock(),
      })
      .where('id', '=', asked.id)
      .execute();
    if (until !== null) {
      await changeRequest(tx, request.id, { due_on: until });
      await moveExpiry(tx, request.id, endOfDay(until));
    }
    await tell(app, tx, request, until);
    await auditReply(
      tx,
      { actor: account },
      request,
      {
        action: decision === 'granted' ? 'grant-time' : 'refuse-time',
        before: { dueOn: request.dueOn },
        after: { dueOn: until ?? request.dueOn },
        ...(note === '' ? {} : { reason: note }),
      },
      requestId,
    );
    return { kind: 'done', value: null };
  });
}

function tell(app: App, tx: Tx, request: ReplyRequest, until: string | null): Promise<void> {
  return writeToTownHall(app, tx, {
    kind: until === null ? 'refused' : 'granted',
    to: request.recipientEmail,
    values: (formats) => ({
      name: request.recipientName,
      municipality: request.municipalityName,
      round: spanOf(request),
      due: formats.date(until ?? request.dueOn),
    }),
  });
}
