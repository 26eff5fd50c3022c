import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { isBefore, takesEvidence } from '#features/rounds/stage.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { changesItem, reviewsItem } from '../policy.ts';
import type { Review, Withdrawal } from '../schema.ts';
import { assessmentToSee, holdItemTo, itemToSee } from './access.ts';
import { readBarredPriorities, readComponents } from './assessment-store.ts';
import type { Item } from './item-store.ts';
import { noteItem } from './note.ts';
import { updateItem } from './write-store.ts';

type Done = Outcome<{ id: string }>;

function changedMeanwhile(item: Item, field: string, typed: Record<string, string>): Done {
  return {
    kind: 'conflict',
    theirs: { ...typed, [field]: field === 'decision' ? item.review : item.withdrawnReason },
    theirVersion: item.version,
  };
}

/** @throws not-found, or forbidden for those who see it and are no editors */
export async function itemToReview(app: App, actor: Actor, assessmentId: string, itemId: string) {
  const item = await itemToSee(app.db, actor, await assessmentToSee(app.db, actor, assessmentId), itemId);
  if (!reviewsItem(actor, item)) throw new DomainError('forbidden', 'no editor here');
}

/** @throws not-found, or forbidden for those who only read */
export async function itemToWithdraw(app: App, actor: Actor, assessmentId: string, itemId: string) {
  const item = await itemToSee(app.db, actor, await assessmentToSee(app.db, actor, assessmentId), itemId);
  if (!changesItem(actor, item)) throw new DomainError('forbidden', 'another’s evidence');
}

/** Whether a conflict of interest keeps someone from saying what is shown of a component that an item bears on. */
async function isBarredFrom(app: App, tx: Tx, actor: Actor, item: Item): Promise<boolean> {
  if (actor.kind !== 'account') return false;
  const barred = await readBarredPriorities(tx, actor.id, item.municipalityId, dayOf(app.clock()));
  if (barred.length === 0) return false;
  const components = await readComponents(tx, item.assessmentId);
  const concerned = components.filter(({ id }) => item.componentIds.includes(id));
  return barred.includes(null) || concerned.some(({ priorityId }) => barred.includes(priorityId));
}

/** An editor says whether an item may be shown, until the publication is prepared: withheld with a reason. */
export async function reviewItem(
  app: App,
  actor: Actor,
  assessmentId: string,
  itemId: string,
  { version, decision, note }: Review,
  requestId?: string,
): Promise<Done> {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  if (decision === 'withheld' && note === '') {
    await itemToReview(app, actor, assessmentId, itemId);
    return { kind: 'refused', faults: [{ field: 'note', key: 'evidence.fault.no-reason' }] };
  }
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    const item = await holdItemTo(tx, actor, assessment, itemId, reviewsItem);
    if (!isBefore(held.stage, 'prepared') || item.withdrawnReason !== '')
      return { kind: 'refused', faults: [{ field: 'decision', key: 'evidence.fault.closed' }] };
    if (item.version !== version) return changedMeanwhile(item, 'decision', { note: item.reviewNote });
    if (await isBarredFrom(app, tx, actor, item))
      return { kind: 'refused', faults: [{ field: 'decision', key: 'evidence.fault.conflict' }] };
    await updateItem(tx, item, { review: decision, review_note: note });
    await noteItem(tx, {
      actor,
      action: decision === 'accepted' ? 'accept' : 'withhold',
      before: item,
      after: { ...item, review: decision },
      reason: note,
      more: actor.kind === 'account' && actor.id === item.createdBy ? { ownItem: true } : {},
      requestId,
    });
    return { kind: 'done', value: { id: item.id } };
  });
}

/** Takes an item back, as long as evidence is taken. It stays where it was, with the reason, and is never published. */
export async function withdrawItem(
  app: App,
  actor: Actor,
  assessmentId: string,
  itemId: string,
  { version, reason }: Withdrawal,
  requestId?: string,
): Promise<Done> {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    const item = await holdItemTo(tx, actor, assessment, itemId, changesItem);
    if (item.withdrawnReason !== '') return { kind: 'done', value: { id: item.id } };
    if (!takesEvidence(held.stage))
      return { kind: 'refused', faults: [{ field: 'reason', key: 'evidence.fault.closed' }] };
    if (item.version !== version) return changedMeanwhile(item, 'reason', {});
    await updateItem(tx, item, { withdrawn_reason: reason });
    await noteItem(tx, {
      actor,
      action: 'take-back',
      before: item,
      after: item,
      // The reason for taking a private item back may lead to the source: it stands with the item alone.
      ...(item.visibility === 'public' ? { reason } : {}),
      more: { withdrawn: true },
      requestId,
    });
    return { kind: 'done', value: { id: item.id } };
  });
}
