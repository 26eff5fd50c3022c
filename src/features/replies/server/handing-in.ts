import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { enterSchema, handInSchema } from '../schema.ts';
import { accountOf, requestToHandle } from './access.ts';
import { keepScan, takeScan } from './documents.ts';
import type { Door } from './door.ts';
import { spanOf, writeToTownHall } from './mails.ts';
import * as store from './reply-store.ts';
import { changeRequest, holdRequest, type ReplyRequest } from './request-store.ts';
import { readPriorities } from './draft-store.ts';
import { auditReply, changeReply, refused } from './writing.ts';

/** Hands the reply in: from now on it is read, and no longer changed. The town hall gets a receipt. */
export function handIn(
  app: App,
  door: Door,
  command: z.output<typeof handInSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'answeredBy', async (tx, request) => {
    const faults = await faultsOfReply(tx, request);
    if (faults.length > 0) return { kind: 'refused', faults };
    const way = door.kind === 'account' ? 'account' : 'link';
    await submit(app, tx, request, { ...command, way, repliedOn: dayOf(app.clock()) });
    await auditReply(tx, door, request, { action: 'hand-in-reply', after: { way } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Hands in what staff have typed from a letter or a mail, with its scan. */
export async function handInForTownHall(
  app: App,
  door: Door,
  { way, repliedOn, ...command }: z.output<typeof enterSchema>,
  scan: FormDataEntryValue | null,
  requestId: string,
): Promise<Outcome<null>> {
  if (door.kind !== 'staff' || !door.mayWrite) return refused('answeredBy', 'replies.fault.closed');
  const taken = await takeScan(app, scan);
  if (taken.kind !== 'done') return taken;
  return changeReply(app, door, 'answeredBy', async (tx, request) => {
    if (repliedOn < request.requestedOn || repliedOn > dayOf(app.clock())) {
      return refused('repliedOn', 'replies.fault.replied-on');
    }
    const faults = await faultsOfReply(tx, request);
    if (faults.length > 0) return { kind: 'refused', faults };
    await keepScan(tx, taken.value, { requestId: request.id, title: way, addedAt: app.clock() });
    await submit(app, tx, request, { ...command, way, repliedOn });
    await auditReply(tx, door, request, { action: 'hand-in-reply', after: { way, repliedOn } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** What is missing: an answer at all, or the words to documents and actions that stand without any. */
async function faultsOfReply(tx: Tx, request: ReplyRequest): Promise<FieldFault[]> {
  const [texts, documents, actions, priorities] = await Promise.all([
    store.readTexts(tx, request.id),
    store.readDocuments(tx, request.id),
    store.readActions(tx, request.id),
    readPriorities(tx, request.contractId),
  ]);
  const answered = new Set(texts.filter(({ answer }) => answer !== '').map(({ priorityId }) => priorityId));
  if (answered.size === 0) return [{ field: 'reply', key: 'replies.fault.empty' }];
  const brought = new Set([...documents, ...actions].map(({ priorityId }) => priorityId));
  return [...brought]
    .filter((priorityId) => !answered.has(priorityId))
    .map((priorityId) => {
      if (priorityId === null) return { field: 'part-overall', key: 'replies.fault.no-words-overall' };
      const number = priorities.findIndex(({ id }) => id === priorityId) + 1;
      return { field: `part-${number}`, key: 'replies.fault.no-words', values: { number } };
    });
}

interface Given {
  answeredBy: string;
  capacity: string;
  language: 'sq' | 'en';
  way: 'link' | 'account' | 'paper' | 'e-mail';
  repliedOn: string;
}

async function submit(app: App, tx: Tx, request: ReplyRequest, given: Given): Promise<void> {
  const { answeredBy, capacity, language, way, repliedOn } = given;
  const now = app.clock();
  await changeRequest(tx, request.id, {
    answered_by: answeredBy,
    capacity,
    language,
    way,
    replied_on: repliedOn,
    submitted_at: now,
  });
  const texts = await store.readTexts(tx, request.id);
  const documents = await store.readDocuments(tx, request.id);
  const count = texts.filter(({ answer, priorityId }) => answer !== '' && priorityId !== null).length;
  await writeToTownHall(app, tx, {
    kind: 'receipt',
    to: request.recipientEmail,
    values: (formats) => ({
      name: request.recipientName,
      municipality: request.municipalityName,
      round: spanOf(request),
      when: formats.dateTime(now),
      count,
      documents: documents.filter(({ kind }) => kind === 'attachment').length,
      answeredBy,
    }),
  });
}

/** Begins to type in a reply that came on paper or by e-mail: from then on it is not written by link. */
export async function beginTyping(
  app: App,
  actor: Actor,
  assessmentId: string,
  requestId: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  const found = await requestToHandle(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, found.id);
    if (request.stage !== 'reply' || request.submittedAt !== null) {
      return refused('begin-typing', 'replies.fault.closed');
    }
    if (request.enteredBy !== null) return { kind: 'done', value: null };
    const [texts, documents, actions] = [
      await store.readTexts(tx, request.id),
      await store.readDocuments(tx, request.id),
      await store.readActions(tx, request.id),
    ];
    // Also what it only attached or announced so far: giving the typing up would throw it away.
    if (texts.some(({ answer }) => answer !== '') || documents.length + actions.length > 0) {
      return refused('begin-typing', 'replies.fault.written-online');
    }
    await changeRequest(tx, request.id, { entered_by: account });
    await auditReply(tx, { actor: account }, request, { action: 'begin-typing' }, requestId);
    return { kind: 'done', value: null };
  });
}

/** Gives typing in up: what was typed is thrown away, and the town hall can write by its link again. */
export async function giveUpTyping(
  app: App,
  actor: Actor,
  assessmentId: string,
  requestId: string,
): Promise<void> {
  const account = accountOf(actor);
  const found = await requestToHandle(app.db, actor, assessmentId);
  await inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, found.id);
    if (request.enteredBy === null || request.submittedAt !== null) return;
    await store.clearReply(tx, request.id);
    await changeRequest(tx, request.id, { entered_by: null });
    await auditReply(tx, { actor: account }, request, { action: 'give-up-typing' }, requestId);
  });
}
