import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import { publishAfter } from '#features/conclusions/server/publish-after.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import type { Plan } from '../plan.ts';
import type { CancelCommand } from '../plan-schema.ts';
import { holdPlan } from './find-plan.ts';
import { openFiles } from './parts.ts';
import { localised } from './plan-columns.ts';
import { touchPlan } from './plan-store.ts';
import { noteChange, planToPublish } from './plans.ts';
import { publishRows } from './publish-rows.ts';

/** The plan held for someone who decides what of it is public, in one of the states that the step starts from. */
async function held(tx: Tx, actor: Actor, key: string, states: readonly Plan['state'][]): Promise<Plan> {
  const { id } = await planToPublish(tx, actor, key);
  await holdPlan(tx, id);
  const plan = await planToPublish(tx, actor, key);
  if (!states.includes(plan.state)) throw new DomainError('conflict', `the plan is ${plan.state}`);
  return plan;
}

/** From here on everyone sees the plan, under its key. */
export function announceEvent(app: App, actor: Actor, key: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await held(tx, actor, key, ['draft']);
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
    const plan = await held(tx, actor, key, ['announced']);
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
    const plan = await held(tx, actor, key, ['announced']);
    const today = dayOf(app.clock());
    if (plan.startsOn > today) throw new DomainError('conflict', 'it has not begun');
    await openFiles(tx, plan.id);
    const { eventId, rows } = await publishRows(tx, plan);
    await tx
      .updateTable('event_plan')
      .set({ event_id: eventId, state: 'published', updated_at: sql<Date>`now()` })
      .where('id', '=', plan.id)
      .execute();
    const after = await publishAfter(tx, app, { planId: plan.id, eventId, eventKey: plan.key });
    const all = [...rows, ...after.rows];
    await citeWork(
      tx,
      {
        key: `work/events/${plan.key}`,
        title: pickText(plan.title, defaultLanguage),
        publisher: pickText(plan.organisationName, defaultLanguage),
        publishedOn: today,
      },
      all,
    );
    await noteChange(tx, actor, plan, { action: 'publish', after: { rows: all.length } });
    await noteRecordChange(tx, {
      tables: [...new Set([...rows.map(({ kind }) => kind), ...after.tables, 'source'])],
      ...(plan.municipalityId ? { municipalityIds: [plan.municipalityId] } : {}),
    });
  });
}
