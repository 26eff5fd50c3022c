import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit, type AuditedState } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { isSeen, type Plan } from '../plan.ts';
import { linesOf, type PlanCommand } from '../plan-schema.ts';
import { findsPlans, mayChange, mayPublish, mayRead, mayRun, readingReach } from '../policy.ts';
import { addDays, daysBetween, daysOf } from '../series.ts';
import { findPlan, holdPlan, readPlan, readPlans } from './find-plan.ts';
import { readPlanTopics } from './plan-parts-store.ts';
import { columnsOf, fieldsOf, isNews, localised } from './plan-columns.ts';
import * as store from './plan-store.ts';

/** The account that acts; policies let nobody else so far. */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'only an account acts here');
  return actor.id;
}

/** @throws forbidden to whom no event is shown before it is everyone's */
export async function listPlans(app: App, actor: Actor) {
  const reach = readingReach(actor);
  if (!findsPlans(actor)) throw new DomainError('forbidden', 'events');
  return { plans: await readPlans(app.db, reach), mayPlan: reach.whole === 'all' || reach.whole.length > 0 };
}

/** @throws not-found also where its existence is not the actor's to know */
export async function getPlan(db: Db, actor: Actor, key: string): Promise<Plan> {
  const plan = await findPlan(db, key);
  if (!plan || !mayRead(actor, plan)) throw notFound(`event plan ${key}`);
  return plan;
}

/** The plan for someone who changes it as it stands. @throws not-found, forbidden */
export async function planToChange(db: Db, actor: Actor, key: string): Promise<Plan> {
  const plan = await getPlan(db, actor, key);
  if (mayChange(actor, plan)) return plan;
  throw new DomainError('forbidden', 'this plan');
}

/** The plan for someone who decides what everyone sees of it. @throws not-found, forbidden */
export async function planToPublish(db: Db, actor: Actor, key: string): Promise<Plan> {
  const plan = await getPlan(db, actor, key);
  if (mayPublish(actor, plan)) return plan;
  throw new DomainError('forbidden', 'no editor there');
}

/** The same, with its row locked to the end of the transaction. */
export async function heldToChange(tx: Tx, actor: Actor, key: string): Promise<Plan> {
  const { id } = await planToChange(tx, actor, key);
  await holdPlan(tx, id);
  return planToChange(tx, actor, key);
}

/** The plan held for someone who decides what of it is public, in one of the states that the step starts from. */
export async function heldToPublish(
  tx: Tx,
  actor: Actor,
  key: string,
  states: readonly Plan['state'][],
): Promise<Plan> {
  const { id } = await planToPublish(tx, actor, key);
  await holdPlan(tx, id);
  const plan = await planToPublish(tx, actor, key);
  if (!states.includes(plan.state)) throw new DomainError('conflict', `the plan is ${plan.state}`);
  return plan;
}

/** What the form of a plan shows. @throws not-found, forbidden */
export async function formOfPlan(app: App, actor: Actor, key: string) {
  const plan = await planToChange(app.db, actor, key);
  return { plan, fields: fieldsOf(plan, await readPlanTopics(app.db, plan.id)) };
}

/** Plans an event, or the events of a series, each of which is changed by itself from then on. */
export async function planEvent(
  app: App,
  actor: Actor,
  command: PlanCommand,
): Promise<Outcome<{ key: string }>> {
  const place = { municipalityId: command.municipality };
  if (!mayRun(actor, place)) throw new DomainError('forbidden', 'events there');
  return inTransaction(app.db, async (tx) => {
    const organisationId = await store.readHolder(tx, command.municipality);
    if (organisationId === undefined) return refused('municipality', 'event.fault.no-member');
    const days = daysOf(command.startsOn, command.repeat, command.times ?? 1);
    const length = daysBetween(command.startsOn, command.endsOn ?? command.startsOn);
    const first = await store.freeKey(tx, `${command.startsOn}-${command.titleSq}`);
    for (const [index, day] of days.entries()) {
      const key = index === 0 ? first : await store.freeKey(tx, `${day}-${command.titleSq}`);
      const id = randomUUID();
      const columns = columnsOf({ ...command, startsOn: day, endsOn: addDays(day, length) });
      await store.insertPlan(tx, {
        id,
        key,
        organisation_id: organisationId,
        municipality_id: command.municipality,
        series: days.length > 1 ? first : null,
        created_by: accountOf(actor),
        ...columns,
      });
      await store.replaceTopics(tx, id, topicsOf(command), randomUUID);
      await store.insertHolder(tx, { id: randomUUID(), planId: id, organisationId });
      await recordAudit(tx, {
        actor: accountOf(actor),
        action: 'plan',
        subject: { kind: 'event', id },
        ...(command.municipality ? { municipalityId: command.municipality } : {}),
        after: { key, starts_on: day, kind: command.kind },
      });
    }
    return { kind: 'done', value: { key: first } };
  });
}

/** Changes a plan. Of one that everyone sees, what people must be told raises its sequence. */
export function changePlan(
  app: App,
  actor: Actor,
  key: string,
  command: PlanCommand,
): Promise<Outcome<{ key: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ key: string }>> => {
    const plan = await heldToChange(tx, actor, key);
    const columns = columnsOf(command);
    const raises = isSeen(plan) && isNews(plan, command);
    const sequence = plan.sequence + (raises ? 1 : 0);
    if (!(await store.updatePlan(tx, plan.id, command.version ?? 0, { ...columns, sequence }))) {
      const theirs = fieldsOf(plan, await readPlanTopics(tx, plan.id));
      return { kind: 'conflict', theirs, theirVersion: plan.version };
    }
    const before = fieldsOf(plan, await readPlanTopics(tx, plan.id));
    await store.replaceTopics(tx, plan.id, topicsOf(command), randomUUID);
    const changed = await readPlan(tx, plan.id);
    const after = changed ? fieldsOf(changed, await readPlanTopics(tx, plan.id)) : {};
    await noteChange(tx, actor, plan, { action: 'change', ...differences(before, after) });
    return { kind: 'done', value: { key } };
  });
}

/** Of two states of a form, the fields that differ. */
function differences(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (fields: Fields): Fields =>
    Object.fromEntries(names.map((name) => [name, fields[name] ?? '']));
  return { before: only(before), after: only(after) };
}

/** Writes a change of a plan down; everyone who sees the plan sees it in the next request. */
export async function noteChange(
  tx: Tx,
  actor: Actor | string,
  plan: Plan,
  event: { action: string; before?: AuditedState; after?: AuditedState; reason?: string; isShown?: boolean },
): Promise<void> {
  const { action, before, after, reason, isShown = isSeen(plan) } = event;
  await recordAudit(tx, {
    actor: typeof actor === 'string' ? actor : accountOf(actor),
    action,
    subject: { kind: 'event', id: plan.id },
    ...(plan.municipalityId ? { municipalityId: plan.municipalityId } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(reason ? { reason } : {}),
  });
  if (!isShown) return;
  await noteRecordChange(tx, {
    tables: ['event'],
    ...(plan.municipalityId ? { municipalityIds: [plan.municipalityId] } : {}),
  });
}

function topicsOf(command: PlanCommand): string[] {
  const english = linesOf(command.topicsEn);
  return linesOf(command.topicsSq).map((sq, index) => localised(sq, english[index] ?? ''));
}

function refused(field: string, key: 'event.fault.no-member'): Outcome<never> {
  return { kind: 'refused', faults: [{ field, key }] };
}
