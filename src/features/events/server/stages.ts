import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import { publishAfter } from '#features/conclusions/server/publish-after.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import type { CancelCommand } from '../plan-schema.ts';
import { noteInRecord } from './note-in-record.ts';
import { openFiles } from './open-files.ts';
import { localised } from './plan-columns.ts';
import { touchPlan } from './plan-store.ts';
import { heldToPublish, noteChange } from './plans.ts';
import { publishRows } from './publish-rows.ts';

/** From here on everyone sees the plan, under its key. */
export function announceEvent(app: App, actor: Actor, key: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToPublish(tx, actor, key, ['draft']);
    await openFiles(tx, plan.id);
    await touchPlan(tx, plan.id, { state: 'announced' });
    await noteChange(tx, actor, plan, { action: 'announce', isShown: true });
  });
}

/** Calls an announced event off: it stays in sight, with the reason, and calendars take it out. */
export function cancelEvent(
  app: App,
  actor: Actor,
  key: string,
  command: CancelCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToPublish(tx, actor, key, ['announced']);
    await touchPlan(tx, plan.id, {
      state: 'cancelled',
      cancel_reason: localised(command.reasonSq, command.reasonEn),
      sequence: plan.sequence + 1,
    });
    await noteChange(tx, actor, plan, { action: 'cancel', reason: command.reasonSq });
    return { kind: 'done', value: null };
  });
}

/** Once it has begun, an announced event becomes part of the record, with everything that was written after it. */
export function publishEvent(app: App, actor: Actor, key: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToPublish(tx, actor, key, ['announced']);
    const today = dayOf(app.clock());
    if (plan.startsOn > today) throw new DomainError('conflict', 'it has not begun');
    await openFiles(tx, plan.id);
    const { eventId, rows } = await publishRows(tx, plan, { version: 1, today });
    await tx
      .updateTable('event_plan')
      .set({ event_id: eventId, state: 'published', updated_at: sql<Date>`now()` })
      .where('id', '=', plan.id)
      .execute();
    const after = await publishAfter(tx, app, { planId: plan.id, eventId, eventKey: plan.key, version: 1 });
    await noteInRecord(tx, plan, { work: plan.key, today, rows, after });
    await noteChange(tx, actor, plan, {
      action: 'publish',
      after: { rows: rows.length + after.rows.length },
    });
  });
}
