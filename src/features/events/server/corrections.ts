import type { Actor } from '#features/accounts/actor.ts';
import { publishAfter } from '#features/conclusions/server/publish-after.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { changedParts, type CorrectedPart } from '../correction.ts';
import type { Plan } from '../plan.ts';
import type { CorrectCommand } from '../plan-schema.ts';
import { contentOfPlan, contentOfVersion } from './content.ts';
import { openFiles } from './open-files.ts';
import { touchPlan } from './plan-store.ts';
import { heldToPublish, noteChange, planToPublish } from './plans.ts';
import { publishRows } from './publish-rows.ts';
import { noteInRecord } from './note-in-record.ts';
import { versionOf } from './event-now.ts';
import { closePlan, openPlan, restorePlan } from './reopening-store.ts';

/** What people put into their calendars. */
const news: readonly CorrectedPart[] = ['title', 'time', 'place'];

/** What the record would say otherwise, if the plan of a published event were published again now. */
export async function pendingChanges(db: Db, plan: Plan): Promise<CorrectedPart[]> {
  if (plan.eventId === null) return [];
  const before = await contentOfVersion(db, plan.key, await versionOf(db, plan.eventId));
  return before ? changedParts(before, await contentOfPlan(db, plan)) : [];
}

/** What the page on which a correction is published tells. @throws not-found, forbidden */
export async function showCorrection(app: App, actor: Actor, key: string) {
  const plan = await planToPublish(app.db, actor, key);
  if (plan.eventId === null) throw notFound(`published event ${key}`);
  const version = await versionOf(app.db, plan.eventId);
  const [before, after] = [
    await contentOfVersion(app.db, plan.key, version),
    await contentOfPlan(app.db, plan),
  ];
  return {
    plan,
    changed: before ? changedParts(before, after) : [],
    participants: { before: before?.participants ?? null, after: after.participants },
  };
}

export type CorrectionPage = Awaited<ReturnType<typeof showCorrection>>;

/** Opens a published event for a correction. Everyone goes on seeing what is published, until the correction is. */
export function reopenEvent(app: App, actor: Actor, key: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToPublish(tx, actor, key, ['published']);
    if (plan.reopenedAt !== null) return;
    await openPlan(tx, plan.id, app.clock());
    await noteChange(tx, actor, plan, { action: 'reopen' });
  });
}

/** Leaves a published event as it was: what was changed since it was opened is undone. */
export function leaveEvent(app: App, actor: Actor, key: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToPublish(tx, actor, key, ['published']);
    if (plan.reopenedAt === null) return;
    await restorePlan(tx, plan.id);
    await closePlan(tx, plan.id);
    await noteChange(tx, actor, plan, { action: 'leave' });
  });
}

/** Publishes the next version of an event, with the reason; what it said before stays in the record. */
export function correctEvent(
  app: App,
  actor: Actor,
  key: string,
  { reasonSq, reasonEn }: CorrectCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await heldToPublish(tx, actor, key, ['published']);
    if (plan.eventId === null) throw new DomainError('conflict', 'it is not of the record');
    const changed = await pendingChanges(tx, plan);
    if (changed.length === 0) {
      return { kind: 'refused', faults: [{ field: 'reasonSq', key: 'event.fault.nothing-changed' }] };
    }
    const version = (await versionOf(tx, plan.eventId)) + 1;
    const today = dayOf(app.clock());
    const reason = { sq: reasonSq, ...(reasonEn ? { en: reasonEn } : {}) };
    await openFiles(tx, plan.id);
    const { eventId, rows } = await publishRows(tx, plan, { version, today, reason });
    const after = await publishAfter(tx, app, { planId: plan.id, eventId, eventKey: plan.key, version });
    await closePlan(tx, plan.id);
    const isNews = changed.some((part) => news.includes(part));
    await touchPlan(tx, plan.id, isNews ? { sequence: plan.sequence + 1 } : {});
    await noteInRecord(tx, plan, { work: `${plan.key}/v${version}`, today, rows, after });
    await noteChange(tx, actor, plan, { action: 'correct', reason: reasonSq, after: { version, changed } });
    return { kind: 'done', value: null };
  });
}
