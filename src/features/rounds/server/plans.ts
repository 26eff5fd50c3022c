import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { assessmentsReach, plansRounds } from '../policy.ts';
import { hindranceOf, type Monitorable, type RoundPlan } from '../round-plan.ts';
import type { ChangeDeadlines, OpenRound } from '../schema.ts';
import * as store from './plan-store.ts';

/** @throws forbidden */
export function asPlanner(actor: Actor): string {
  if (actor.kind !== 'account' || !plansRounds(actor)) throw new DomainError('forbidden', 'rounds');
  return actor.id;
}

/** The rounds in which someone works, or all; the newest first. @throws forbidden */
export function listPlans(app: App, actor: Actor): Promise<RoundPlan[]> {
  const reach = assessmentsReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'rounds');
  return store.readPlans(app.db, reach);
}

/** @throws not-found */
export async function getPlan(app: App, id: string): Promise<RoundPlan> {
  const plan = await store.readPlan(app.db, id);
  if (!plan) throw notFound(`round ${id}`);
  return plan;
}

/** What a round can be opened for: a mandate (the newest, or the one asked for) with its contracts. @throws forbidden */
export async function showOpening(app: App, actor: Actor, asked: string | undefined) {
  asPlanner(actor);
  const [mandates, codebooks] = await Promise.all([store.readMandates(app.db), store.readCodebooks(app.db)]);
  const mandate = mandates.find(({ key }) => key === asked) ?? mandates[0];
  const contracts = mandate ? await store.readMonitorable(app.db, mandate.id, dayOf(app.clock())) : [];
  return { mandates, mandate: mandate ?? null, codebooks, ...sortOut(contracts) };
}

/** Those that a round can take, and those that it cannot, with the reason. */
function sortOut(contracts: readonly Monitorable[]) {
  return {
    open: contracts.filter((one) => hindranceOf(one) === undefined),
    hindered: contracts.flatMap((one) => {
      const hindrance = hindranceOf(one);
      return hindrance ? [{ ...one, hindrance }] : [];
    }),
  };
}

/** A year that is in the record is opened for the municipalities that it lacks, by the same codes and for the same period. */
function differenceFrom(
  { codebookId, starts, ends }: { codebookId: string; starts: string; ends: string },
  command: OpenRound,
): FieldFault | undefined {
  if (command.codebook !== codebookId) return { field: 'codebook', key: 'rounds.fault.other-codebook' };
  if (command.starts === starts && command.ends === ends) return undefined;
  return { field: 'starts', key: 'rounds.fault.other-period', values: { starts, ends } };
}

/**
 * Opens a round: each component of each contract becomes a task.
 * @throws forbidden
 */
export async function openRound(
  app: App,
  actor: Actor,
  command: OpenRound,
): Promise<Outcome<{ id: string }>> {
  const by = asPlanner(actor);
  const { mandate, codebook, number, starts, ends, municipalitiesAre, contracts } = command;
  const { evidence, coding, reply, publication } = command;
  const days = { evidence, coding, reply, publication };
  return inTransaction(app.db, async (tx) => {
    if (await store.hasPlan(tx, mandate, number)) return refused('number', 'rounds.fault.number');
    const published = await store.findPublishedRound(tx, mandate, number);
    const differing = published && differenceFrom(published, command);
    if (differing) return { kind: 'refused', faults: [differing] };
    if (!(await store.readCodebooks(tx)).some(({ id }) => id === codebook))
      return refused('codebook', 'form.fault.choice');
    const forYear = { plan: null, number };
    const { open } = sortOut(await store.readMonitorable(tx, mandate, dayOf(app.clock()), forYear));
    if (published && open.length === 0) return refused('number', 'rounds.fault.number');
    const taken =
      municipalitiesAre === 'all' ? open : open.filter(({ contractId }) => contracts.includes(contractId));
    if (taken.length === 0) return refused('contracts', 'rounds.fault.none-to-monitor');
    const id = randomUUID();
    const plan = { id, mandate_id: mandate, codebook_id: codebook, number, starts, ends, created_by: by };
    if (!(await store.insertPlan(tx, plan, days))) return refused('number', 'rounds.fault.number');
    await recordAudit(tx, {
      actor: by,
      action: 'open-round',
      subject: { kind: 'round-plan', id },
      after: { number, starts, ends, ...days },
    });
    await takeIn(tx, by, id, taken);
    return { kind: 'done', value: { id } };
  });
}

async function takeIn(
  tx: Tx,
  actor: string,
  planId: string,
  contracts: readonly Monitorable[],
): Promise<number> {
  const taken = await store.insertAssessments(tx, planId, contracts);
  for (const { id, municipalityId } of taken) {
    const subject = { kind: 'assessment', id };
    await recordAudit(tx, {
      actor,
      action: 'take-in',
      subject,
      municipalityId,
      after: { stage: 'evidence' },
    });
  }
  // The public page says until when a round takes what.
  await noteRecordChange(tx, { tables: [] });
  return taken.length;
}

function refused(
  field: string,
  key: 'rounds.fault.number' | 'rounds.fault.none-to-monitor' | 'form.fault.choice',
): Extract<Outcome<never>, { kind: 'refused' }> {
  return { kind: 'refused', faults: [{ field, key }] };
}

function yearOf({ id, number }: RoundPlan) {
  return { plan: id, number };
}

/** The contracts that a round could take in yet. @throws forbidden, not-found */
export async function showAddable(app: App, actor: Actor, planId: string) {
  asPlanner(actor);
  const plan = await getPlan(app, planId);
  const contracts = await store.readMonitorable(app.db, plan.mandateId, dayOf(app.clock()), yearOf(plan));
  return { plan, ...sortOut(contracts) };
}

/** Takes more municipalities into a round that is open. @throws forbidden, not-found */
export async function addMunicipalities(
  app: App,
  actor: Actor,
  planId: string,
  { contracts }: { contracts: readonly string[] },
): Promise<Outcome<{ added: number }>> {
  const by = asPlanner(actor);
  return inTransaction(app.db, async (tx) => {
    const plan = await store.readPlan(tx, planId);
    if (!plan) throw notFound(`round ${planId}`);
    const all = await store.readMonitorable(tx, plan.mandateId, dayOf(app.clock()), yearOf(plan));
    const chosen = sortOut(all).open.filter(({ contractId }) => contracts.includes(contractId));
    if (chosen.length === 0) return refused('contracts', 'rounds.fault.none-to-monitor');
    return { kind: 'done', value: { added: await takeIn(tx, by, planId, chosen) } };
  });
}

/** Changes the deadlines of a round, with the reason. @throws forbidden, not-found */
export async function changeDeadlines(
  app: App,
  actor: Actor,
  planId: string,
  { reason, version, ...days }: ChangeDeadlines,
): Promise<Outcome<null>> {
  const by = asPlanner(actor);
  return inTransaction(app.db, async (tx) => {
    const before = await store.readPlan(tx, planId);
    if (!before) throw notFound(`round ${planId}`);
    if (!(await store.updateDeadlines(tx, planId, days, version))) {
      const now = (await store.readPlan(tx, planId)) ?? before;
      return { kind: 'conflict', theirs: { ...now.days }, theirVersion: now.version };
    }
    await recordAudit(tx, {
      actor: by,
      action: 'change-deadlines',
      subject: { kind: 'round-plan', id: planId },
      before: { ...before.days },
      after: days,
      reason,
    });
    await noteRecordChange(tx, { tables: [] });
    return { kind: 'done', value: null };
  });
}
