import { createHash } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { faultsOfPlaces, type HeldPlaces, type Places } from '../assigning.ts';
import { isBarred, periodOfWork } from '../conflicts.ts';
import { distribute, type Situation } from '../distribute.ts';
import { assignsPeople, seesAssessment } from '../policy.ts';
import type { AssignMany, AssignOne, Choice } from '../schema.ts';
import { organisationFor } from '../seats.ts';
import { isBefore } from '../stage.ts';
import type { Assessment } from './assessment-store.ts';
import { getAssessment, holdAssessment } from './assessments.ts';
import { readConflictsIn } from './conflict-store.ts';
import { readPlan } from './plan-store.ts';
import * as store from './task-store.ts';
import { readLoads, readWorkers, type NamedWorker } from './worker-store.ts';

/** Who may be given the places of an assessment, and what keeps them from it. */
export interface Staffing extends Situation {
  workers: readonly NamedWorker[];
}

export async function readStaffing(app: App, db: Db, assessment: Assessment): Promise<Staffing> {
  const { municipalityId, organisationId, roundPlanId } = assessment;
  const today = dayOf(app.clock());
  const [workers, conflicts, loads, plan] = await Promise.all([
    readWorkers(db, { municipalityId, organisationId }, today),
    readConflictsIn(db, municipalityId),
    readLoads(db, roundPlanId),
    readPlan(db, roundPlanId),
  ]);
  const period = periodOfWork(today, plan?.days.publication ?? today);
  return {
    organisationId,
    workers,
    ...loads,
    isBarred: (id, priorityId) => isBarred(conflicts, id, { municipalityId, priorityId }, period),
  };
}

/** An assessment that the actor assigns people in. @throws not-found, forbidden */
export async function assessmentToAssign(app: App, actor: Actor, id: string): Promise<Assessment> {
  const assessment = await getAssessment(app.db, id);
  checkAssigner(actor, assessment);
  return assessment;
}

function checkAssigner(actor: Actor, { id, municipalityId }: Assessment): string {
  if (!seesAssessment(actor, municipalityId)) throw notFound(`assessment ${id} in the workspace`);
  if (actor.kind !== 'account' || !assignsPeople(actor, municipalityId))
    throw new DomainError('forbidden', 'assign people');
  return actor.id;
}

export function placesOf(task: store.Task): HeldPlaces {
  return {
    monitorId: task.monitorId,
    firstId: task.first?.accountId ?? null,
    secondId: task.second?.accountId ?? null,
    firstHandedIn: task.first?.handedIn ?? false,
    secondHandedIn: task.second?.handedIn ?? false,
  };
}

/** Assessment and tasks, held until the transaction ends, with those who may be given places. */
async function holdTasks(app: App, tx: Tx, actor: Actor, id: string) {
  const assessment = await holdAssessment(tx, id);
  const by = checkAssigner(actor, assessment);
  if (!isBefore(assessment.stage, 'adjudication'))
    throw new DomainError('conflict', `people of an assessment at ${assessment.stage}`);
  await store.lockTasks(tx, id);
  const [tasks, staffing] = await Promise.all([store.readTasks(tx, id), readStaffing(app, tx, assessment)]);
  return { assessment, by, tasks, staffing };
}

type Held = Awaited<ReturnType<typeof holdTasks>>;

function faultsOf(task: store.Task, wanted: Places, { staffing, assessment }: Held) {
  return faultsOfPlaces(placesOf(task), wanted, {
    organisationId: assessment.organisationId,
    workers: staffing.workers,
    isBarred: (id) => staffing.isBarred(id, task.priorityId),
  });
}

/** Gives a component's places to people whom nothing keeps from them. @returns whether anything changed */
async function give(tx: Tx, task: store.Task, wanted: Places, held: Held): Promise<boolean> {
  const before = placesOf(task);
  const seats = [
    { seat: 1, from: before.firstId, to: wanted.firstId },
    { seat: 2, from: before.secondId, to: wanted.secondId },
  ] as const;
  const changed = seats.filter(({ from, to }) => from !== to);
  const monitorChanges = before.monitorId !== wanted.monitorId;
  if (changed.length === 0 && !monitorChanges) return false;
  if (monitorChanges) await store.setMonitor(tx, task.id, wanted.monitorId);
  // Both first: two people may have changed places.
  for (const { seat } of changed) await store.emptySeat(tx, task.id, seat);
  for (const { seat, to } of changed) {
    const worker = held.staffing.workers.find(({ id }) => id === to);
    const organisation = worker && organisationFor(worker, held.assessment.organisationId);
    if (!worker || organisation === undefined) continue;
    const person = { account_id: worker.id, organisation_id: organisation, assigned_by: held.by };
    await store.fillSeat(tx, { task_id: task.id, seat, ...person });
  }
  await store.raiseVersion(tx, task.id);
  const { monitorId, firstId, secondId } = before;
  await recordAudit(tx, {
    actor: held.by,
    action: 'assign',
    subject: { kind: 'coding-task', id: task.id },
    municipalityId: held.assessment.municipalityId,
    before: { monitorId, firstId, secondId },
    after: { ...wanted },
  });
  return true;
}

/** What came of assigning people to many components at once. */
export interface Assigned {
  changed: number;
  /** Components that were left as they are, because somebody must not have a place there. */
  left: number;
}

function chosen(choice: Choice, before: string | null): string | null {
  if (choice === 'keep') return before;
  return choice === 'none' ? null : choice;
}

/**
 * Gives places of all components, or of some priorities', to people at once. Where a person must not have one, the component
 * is left as it is.
 * @throws not-found, forbidden, conflict once nobody codes any more
 */
export async function assignMany(
  app: App,
  actor: Actor,
  id: string,
  command: AssignMany,
): Promise<Outcome<Assigned>> {
  return inTransaction(app.db, async (tx) => {
    const held = await holdTasks(app, tx, actor, id);
    const { priorities, monitor, first, second } = command;
    const concerned = held.tasks.filter(
      ({ priorityId }) => priorities.length === 0 || priorities.includes(priorityId),
    );
    const result = { changed: 0, left: 0 };
    const faults: FieldFault[] = [];
    for (const task of concerned) {
      const before = placesOf(task);
      const wanted = {
        monitorId: chosen(monitor, before.monitorId),
        firstId: chosen(first, before.firstId),
        secondId: chosen(second, before.secondId),
      };
      const wrong = faultsOf(task, wanted, held);
      faults.push(...wrong.map(({ field, fault }) => faultWords(field, fault)));
      if (wrong.length > 0) result.left += 1;
      else if (await give(tx, task, wanted, held)) result.changed += 1;
    }
    if (result.changed === 0 && result.left > 0) return { kind: 'refused', faults: firstOfEach(faults) };
    return { kind: 'done', value: result };
  });
}

function faultWords(field: string, fault: ReturnType<typeof faultsOf>[number]['fault']): FieldFault {
  return { field, key: `rounds.fault.${fault}` };
}

function firstOfEach(faults: readonly FieldFault[]): FieldFault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.field, fault])).values()].toReversed();
}

/** Gives one component's places to people. @throws not-found, forbidden, conflict once nobody codes any more */
export async function assignOne(
  app: App,
  actor: Actor,
  { id, taskId }: { id: string; taskId: string },
  { monitor, first, second, version }: AssignOne,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const held = await holdTasks(app, tx, actor, id);
    const task = held.tasks.find((one) => one.id === taskId);
    if (!task) throw notFound(`task ${taskId}`);
    const { monitorId, firstId, secondId } = placesOf(task);
    if (task.version !== version) {
      const theirs = { monitor: monitorId ?? '', first: firstId ?? '', second: secondId ?? '' };
      return { kind: 'conflict', theirs, theirVersion: task.version };
    }
    const wanted = { monitorId: monitor, firstId: first, secondId: second };
    const faults = faultsOf(task, wanted, held);
    if (faults.length > 0)
      return { kind: 'refused', faults: faults.map(({ field, fault }) => faultWords(field, fault)) };
    await give(tx, task, wanted, held);
    return { kind: 'done', value: null };
  });
}

function propose(tasks: readonly store.Task[], staffing: Staffing) {
  const byId = new Map(staffing.workers.map((worker) => [worker.id, worker]));
  const proposed = distribute(
    tasks.map((task) => ({ id: task.id, priorityId: task.priorityId, ...placesOf(task) })),
    staffing,
  );
  return proposed.map((proposal, index) => {
    const task = tasks[index];
    const before = task ? placesOf(task) : undefined;
    const nameOf = (id: string | null, now: string | undefined) =>
      id === null ? null : (byId.get(id)?.name ?? now ?? null);
    return {
      ...proposal,
      number: task?.number ?? null,
      component: task?.component ?? {},
      monitor: nameOf(proposal.monitorId, task?.monitor ?? undefined),
      first: nameOf(proposal.firstId, task?.first?.name),
      second: nameOf(proposal.secondId, task?.second?.name),
      isNew:
        before?.monitorId !== proposal.monitorId ||
        before.firstId !== proposal.firstId ||
        before.secondId !== proposal.secondId,
    };
  });
}

export type ProposedTask = ReturnType<typeof propose>[number];

/** By which a proposal that was seen is known again. */
function signOf(proposal: readonly ProposedTask[]): string {
  const places = proposal.map(({ id, monitorId, firstId, secondId }) => [id, monitorId, firstId, secondId]);
  return createHash('sha256').update(JSON.stringify(places)).digest('hex');
}

/** A fair distribution of what nobody has yet, to be looked at. @throws not-found, forbidden */
export async function showProposal(app: App, actor: Actor, id: string) {
  const assessment = await assessmentToAssign(app, actor, id);
  const [tasks, staffing] = await Promise.all([
    store.readTasks(app.db, id),
    readStaffing(app, app.db, assessment),
  ]);
  const proposal = propose(tasks, staffing);
  const people = staffing.workers.flatMap(({ id: worker, name }) => {
    const seats = proposal.flatMap(({ firstId, secondId }) => [firstId, secondId]);
    const count = (list: readonly (string | null)[]) => list.filter((one) => one === worker).length;
    const own = { seats: count(seats), monitoring: count(proposal.map(({ monitorId }) => monitorId)) };
    return own.seats + own.monitoring > 0 ? [{ id: worker, name, ...own }] : [];
  });
  return { assessment, proposal, people, seen: signOf(proposal) };
}

/** Takes a proposal over as it was seen. @throws not-found, forbidden, conflict once nobody codes any more */
export async function takeProposal(
  app: App,
  actor: Actor,
  id: string,
  { seen }: { seen: string },
): Promise<Outcome<Assigned>> {
  return inTransaction(app.db, async (tx) => {
    const held = await holdTasks(app, tx, actor, id);
    const proposal = propose(held.tasks, held.staffing);
    if (signOf(proposal) !== seen)
      return { kind: 'refused', faults: [{ field: 'seen', key: 'rounds.fault.proposal-changed' }] };
    const result = { changed: 0, left: 0 };
    for (const [index, { monitorId, firstId, secondId, gaps }] of proposal.entries()) {
      const task = held.tasks[index];
      if (!task) continue;
      if (await give(tx, task, { monitorId, firstId, secondId }, held)) result.changed += 1;
      if (gaps.length > 0) result.left += 1;
    }
    return { kind: 'done', value: result };
  });
}
