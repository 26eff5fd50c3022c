import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { checkContract } from '../../checklist.ts';
import type * as schema from '../../draft-schema.ts';
import { reviewsDraft } from '../../policy.ts';
import { keepPapers, makePapers } from '../paper/approved-papers.ts';
import { accountOf } from './acting.ts';
import { bodyOf } from './body.ts';
import { updateDraft } from './drafts-store.ts';
import { conflictOf, holdDraft, holdForWriting, type DraftRow } from './drafts.ts';
import { keepVersionIn } from './versions.ts';

async function note(
  tx: Tx,
  actor: Actor,
  draft: DraftRow,
  event: { action: string; to: string; number?: number | null; reason?: string },
): Promise<void> {
  const { action, to, number, reason } = event;
  await recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'contract-draft', id: draft.id },
    municipalityId: draft.municipalityId,
    before: { state: draft.state, number: draft.versionNumber },
    after: { state: to, number: number ?? null },
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Hands a draft in for approval, as a version. Refused while the checklist finds anything. */
export async function submitDraft(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof schema.submitDraft>,
): Promise<Outcome<{ number: number }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ number: number }>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.version !== command.version || draft.state !== 'draft') return conflictOf(draft);
    if (checkContract(await bodyOf(tx, draft)).length > 0) {
      return { kind: 'refused', faults: [{ field: 'submit', key: 'drafting.fault.unfinished' }] };
    }
    const { number } = await keepVersionIn(tx, app, actor, draft, command.note);
    await updateDraft(tx, draft.id, { state: 'submitted', version_number: number, returned_note: '' });
    await note(tx, actor, draft, { action: 'submit', to: 'submitted', number });
    return { kind: 'done', value: { number } };
  });
}

/** @throws forbidden for who reviews no contracts */
export function mayReview(actor: Actor): void {
  if (!reviewsDraft(actor)) throw new DomainError('forbidden', 'coordinators review');
}

function holdForReview(tx: Tx, actor: Actor, draftId: string): Promise<DraftRow> {
  mayReview(actor);
  return holdDraft(tx, actor, draftId);
}

/** Documents that cannot be made now are something to wait for and try again; why is in the log. */
function orWithout(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'unavailable') return undefined;
  throw error;
}

/** Approves the version that the coordinator has read, and no other; with it are kept the documents that are to be signed. */
export async function approveDraft(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof schema.reviewDraft>,
): Promise<Outcome<null>> {
  mayReview(actor);
  // Before the draft is held: it may take a moment, and what a version says never changes.
  const papers = await makePapers(app, draftId, command.number).catch(orWithout);
  if (papers === undefined) {
    return { kind: 'refused', faults: [{ field: 'approve', key: 'drafting.fault.no-papers' }] };
  }
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await holdForReview(tx, actor, draftId);
    const isAsRead = draft.version === command.version && draft.versionNumber === command.number;
    if (draft.state !== 'submitted' || !isAsRead) return conflictOf(draft);
    await keepPapers(tx, { draftId: draft.id, number: command.number }, papers);
    await updateDraft(tx, draft.id, { state: 'approved' });
    await note(tx, actor, draft, { action: 'approve', to: 'approved', number: draft.versionNumber });
    return { kind: 'done', value: null };
  });
}

/** Gives a submitted or approved draft back to its editors, with words. */
export async function sendBackDraft(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof schema.sendBackDraft>,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await holdForReview(tx, actor, draftId);
    const isAsRead = draft.version === command.version && draft.versionNumber === command.number;
    if ((draft.state !== 'submitted' && draft.state !== 'approved') || !isAsRead) return conflictOf(draft);
    await updateDraft(tx, draft.id, { state: 'draft', version_number: null, returned_note: command.words });
    await note(tx, actor, draft, { action: 'send-back', to: 'draft', reason: command.words });
    return { kind: 'done', value: null };
  });
}

/** Takes a draft back to work on it; what was approved is approved no more. */
export async function reopenDraft(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof schema.reopenDraft>,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    const isOpen = draft.state === 'submitted' || draft.state === 'approved';
    if (!isOpen || draft.version !== command.version) return conflictOf(draft);
    await updateDraft(tx, draft.id, { state: 'draft', version_number: null });
    await note(tx, actor, draft, { action: 'reopen', to: 'draft', reason: command.reason });
    return { kind: 'done', value: null };
  });
}
