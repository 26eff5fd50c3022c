import { randomUUID } from 'node:crypto';
import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { isMandate } from '#features/contracts/server/service.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { forumsReach, mayPublishForums, mayReadForums, mayWorkOnForums } from '../policy.ts';
import type { PlanCommand } from '../schema.ts';
import { readCandidacies } from './candidacy-store.ts';
import { countUnpublished } from './answer-store.ts';
import * as store from './plan-store.ts';
import { changeAnnounced } from './publish-changes.ts';
import { publishForum } from './publish.ts';

export type Plan = store.PlanRow;

export function listPlans(app: App, actor: Actor) {
  return store.readPlans(app.db, forumsReach(actor));
}

/** @throws not-found also where its existence is not the actor's to know */
export async function getPlan(db: Db, actor: Actor, id: string): Promise<Plan> {
  const plan = await store.readPlan(db, id);
  if (!plan || !mayReadForums(actor, plan.municipalityId)) throw notFound(`forum ${id}`);
  return plan;
}

/** The plan for someone who changes it; others who do wait until the transaction ends. @throws not-found, forbidden */
export async function holdPlan(tx: Tx, actor: Actor, id: string): Promise<Plan> {
  await store.holdPlan(tx, id);
  return planToWork(tx, actor, id);
}

/** The plan for someone who works on it. @throws not-found, forbidden */
export async function planToWork(db: Db, actor: Actor, id: string): Promise<Plan> {
  const plan = await getPlan(db, actor, id);
  if (mayWorkOnForums(actor, plan.municipalityId)) return plan;
  throw new DomainError('forbidden', 'reads the forum alone');
}

/** The plan for someone who changes it: of a forum that was announced, an editor alone. @throws not-found, forbidden */
export async function planToChange(db: Db, actor: Actor, id: string): Promise<Plan> {
  const plan = await planToWork(db, actor, id);
  if (plan.forumId === null || mayPublishForums(actor, plan.municipalityId)) return plan;
  throw new DomainError('forbidden', 'announced forum');
}

/** The plan for someone who decides what of it is public. @throws not-found, forbidden */
export async function planToPublish(db: Db, actor: Actor, id: string): Promise<Plan> {
  const plan = await planToWork(db, actor, id);
  if (mayPublishForums(actor, plan.municipalityId)) return plan;
  throw new DomainError('forbidden', 'no editor there');
}

/** A forum with everything that was prepared for it, and what the actor may do. */
export async function showPlan(app: App, actor: Actor, id: string) {
  const plan = await getPlan(app.db, actor, id);
  const [seats, items, candidacies, waiting] = await Promise.all([
    store.readSeats(app.db, id),
    store.readItems(app.db, id),
    readCandidacies(app.db, plan.municipalityId, plan.mandateId),
    countUnpublished(app.db, plan),
  ]);
  return {
    plan,
    seats,
    items,
    candidacies,
    /** Answers that are written down and not public. */
    waiting: waiting.answers + waiting.replies,
    mayTake: mayTakePriorities(plan, items, waiting.answers),
    mayWork: mayWorkOnForums(actor, plan.municipalityId),
    mayPublish: mayPublishForums(actor, plan.municipalityId),
  };
}

export type PlanPage = Awaited<ReturnType<typeof showPlan>>;

/** While candidates were not asked them, as far as anyone can see. */
function mayTakePriorities(plan: Plan, items: readonly store.ItemRow[], answers: number): boolean {
  const arePublic = items.some(({ forumPriorityId }) => forumPriorityId !== null);
  return plan.state !== 'ended' && !arePublic && answers === 0;
}

/** Plans a forum, with the priorities that are there to be answered. */
export async function planForum(
  app: App,
  actor: Actor,
  command: PlanCommand,
): Promise<Outcome<{ id: string }>> {
  const { municipality } = command;
  const [organisation] = organisationsIn(actor, municipality, 'editor', 'facilitator');
  if (!mayWorkOnForums(actor, municipality) || organisation === undefined) {
    throw new DomainError('forbidden', 'forum');
  }
  if (!(await isMandate(app, command.mandate))) {
    return { kind: 'refused', faults: [{ field: 'mandate', key: 'form.fault.choice' }] };
  }
  const id = randomUUID();
  return inTransaction(app.db, async (tx) => {
    await store.insertPlan(tx, {
      id,
      municipality_id: municipality,
      mandate_id: command.mandate,
      organisation_id: organisation,
      created_by: accountOf(actor),
      ...columnsOf(command),
    });
    const offered = await store.readOfferedPriorities(tx, municipality, command.mandate);
    await store.replaceItems(tx, id, offered, randomUUID);
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'plan',
      subject: { kind: 'forum', id },
      municipalityId: municipality,
      after: columnsOf(command),
    });
    return { kind: 'done', value: { id } };
  });
}

/** Changes what is planned. Of a forum that was announced, an editor alone, with a reason, and the public sees it at once. */
export function changePlan(
  app: App,
  actor: Actor,
  id: string,
  command: PlanCommand,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    await store.holdPlan(tx, id);
    const plan = await planToChange(tx, actor, id);
    if (plan.forumId !== null && command.reason === '') {
      return { kind: 'refused', faults: [{ field: 'reason', key: 'forum.fault.reason' }] };
    }
    if (!(await store.updatePlan(tx, id, command.version ?? 0, columnsOf(command)))) {
      return { kind: 'conflict', theirs: fieldsOf(plan), theirVersion: plan.version };
    }
    if (plan.forumId !== null) await changeAnnounced(tx, plan, command);
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'change',
      subject: { kind: 'forum', id },
      municipalityId: plan.municipalityId,
      before: stateOf(plan),
      after: columnsOf(command),
      ...(command.reason === '' ? {} : { reason: command.reason }),
    });
    return { kind: 'done', value: { id } };
  });
}

/**
 * Takes over the contract's priorities as they are now; not once any of them is public or answered. A forum may be announced before the contract is
 * approved: its priorities follow.
 */
export function takePriorities(app: App, actor: Actor, id: string): Promise<{ taken: number }> {
  return inTransaction(app.db, async (tx) => {
    const plan = await holdPlan(tx, actor, id);
    const { answers } = await countUnpublished(tx, plan);
    if (!mayTakePriorities(plan, await store.readItems(tx, id), answers)) {
      throw new DomainError('conflict', 'priorities that are public or answered');
    }
    const offered = await store.readOfferedPriorities(tx, plan.municipalityId, plan.mandateId);
    await store.replaceItems(tx, id, offered, randomUUID);
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'take-priorities',
      subject: { kind: 'forum', id },
      municipalityId: plan.municipalityId,
      after: { priorities: offered.length },
    });
    await publishForum(tx, app, actor, id);
    return { taken: offered.length };
  });
}

function columnsOf(command: PlanCommand) {
  return {
    held_on: command.heldOn,
    starts_at: command.startsAt,
    place: command.place,
    moderators: command.moderators,
    slot_seconds: command.slotSeconds,
    publishes: command.publishes,
  };
}

function stateOf(plan: Plan) {
  return {
    held_on: plan.heldOn,
    starts_at: plan.startsAt,
    place: plan.place,
    moderators: plan.moderators,
    slot_seconds: plan.slotSeconds,
    publishes: plan.publishes,
  };
}

/** As the form shows it. */
export function fieldsOf(plan: Plan): Fields {
  return {
    municipality: plan.municipalityId,
    mandate: plan.mandateId,
    heldOn: plan.heldOn,
    startsAt: plan.startsAt ?? '',
    place: plan.place,
    moderators: plan.moderators,
    slotSeconds: String(plan.slotSeconds),
    publishes: plan.publishes,
    reason: '',
  };
}
