import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { isBarred, periodOfWork, type Conflict } from '../conflicts.ts';
import { conflictsReach, declaresConflicts, recordsConflicts } from '../policy.ts';
import type { DeclareConflict } from '../schema.ts';
import * as store from './conflict-store.ts';
import { emptySeat, raiseVersion, setMonitor } from './task-store.ts';

/** What conflicts of interest keep someone from on a day. */
export interface Bars {
  /** Deciding something about one priority. */
  fromPriority: (municipalityId: string, priorityId: string) => boolean;
  /** Deciding about a municipality as a whole: where the conflict is about all of it. */
  fromMunicipality: (municipalityId: string) => boolean;
}

/** Asked before anything is decided: a code, a correction, what is shown, what is published. */
export async function barsOf(db: Db, accountId: string, day: string): Promise<Bars> {
  const conflicts = await store.readConflictsOf(db, accountId);
  const whole = conflicts.filter(({ priorityId }) => priorityId === null);
  const today = { from: day, until: day };
  return {
    fromPriority: (municipalityId, priorityId) =>
      isBarred(conflicts, accountId, { municipalityId, priorityId }, today),
    fromMunicipality: (municipalityId) =>
      isBarred(whole, accountId, { municipalityId, priorityId: null }, today),
  };
}

/** @throws forbidden */
export function asDeclarer(actor: Actor): string {
  if (!declaresConflicts(actor)) throw new DomainError('forbidden', 'conflicts of interest');
  return actor.id;
}

/**
 * The conflicts that someone reads, and what the form needs: in a municipality that was chosen, its priorities.
 * @throws forbidden
 */
export async function showConflicts(app: App, actor: Actor, municipality: string | undefined) {
  const accountId = asDeclarer(actor);
  const today = dayOf(app.clock());
  const [conflicts, municipalities] = await Promise.all([
    store.listConflicts(app.db, { accountId, municipalityIds: conflictsReach(actor) }),
    store.readMunicipalities(app.db),
  ]);
  const chosen = municipalities.find(({ key }) => key === municipality);
  return {
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      isOwn: conflict.accountId === accountId,
      isOver: conflict.until !== null && conflict.until < today,
      mayEnd: mayEnd(actor, conflict),
    })),
    municipalities,
    municipality: chosen ?? null,
    priorities: chosen ? await store.readPriorities(app.db, chosen.id) : [],
    staff: recordsConflicts(actor) ? await store.readStaff(app.db, today) : [],
    today,
  };
}

export type ConflictsPage = Awaited<ReturnType<typeof showConflicts>>;

/** What a conflict of interest took away from its person. */
export interface Freed {
  seats: number;
  monitoring: number;
  /** Codes that were handed in before: they stay, and whoever reads them is told. */
  handedIn: number;
}

/**
 * Declares a conflict of interest of one's own, or records somebody else's. Places that its person has are freed, but for
 * codes that were handed in.
 * @throws forbidden
 */
export async function declareConflict(
  app: App,
  actor: Actor,
  command: DeclareConflict,
): Promise<Outcome<Freed>> {
  const by = asDeclarer(actor);
  const accountId = command.account ?? by;
  if (accountId !== by && !recordsConflicts(actor))
    throw new DomainError('forbidden', 'somebody else’s conflict of interest');
  const { municipality: municipalityId, priority: priorityId, since, until, reason } = command;
  const now = app.clock();
  return inTransaction(app.db, async (tx) => {
    if (!(await store.readMunicipalities(tx)).some(({ id }) => id === municipalityId))
      return { kind: 'refused', faults: [{ field: 'municipality', key: 'form.fault.choice' }] };
    const priorities = await store.readPriorities(tx, municipalityId);
    if (priorityId !== null && !priorities.some(({ id }) => id === priorityId))
      return { kind: 'refused', faults: [{ field: 'priority', key: 'form.fault.choice' }] };
    const isStaff = (await store.readStaff(tx, dayOf(now))).some(({ id }) => id === accountId);
    if (!isStaff) return { kind: 'refused', faults: [{ field: 'account', key: 'form.fault.choice' }] };
    await store.lockAssessmentsIn(tx, municipalityId);
    const id = randomUUID();
    await store.insertConflict(tx, {
      id,
      account_id: accountId,
      municipality_id: municipalityId,
      priority_id: priorityId,
      since,
      until,
      reason,
      declared_by: by,
      declared_at: now,
    });
    const conflict = { accountId, municipalityId, priorityId, since, until };
    const freed = await freePlaces(tx, conflict, dayOf(now));
    await recordAudit(tx, {
      actor: by,
      action: 'declare',
      subject: { kind: 'conflict-of-interest', id },
      municipalityId,
      after: { accountId, priorityId, since, until, ...freed },
    });
    return { kind: 'done', value: freed };
  });
}

async function freePlaces(tx: Tx, conflict: Conflict, today: string): Promise<Freed> {
  const { accountId, municipalityId } = conflict;
  const freed = { seats: 0, monitoring: 0, handedIn: 0 };
  for (const held of await store.readHeldPlaces(tx, accountId, municipalityId)) {
    const place = { municipalityId, priorityId: held.priorityId };
    if (!isBarred([conflict], accountId, place, periodOfWork(today, held.publishOn))) continue;
    if (held.monitors) {
      await setMonitor(tx, held.taskId, null);
      freed.monitoring += 1;
    }
    if (held.handedIn) freed.handedIn += 1;
    else if (held.seat !== null) {
      await emptySeat(tx, held.taskId, held.seat);
      freed.seats += 1;
    }
    await raiseVersion(tx, held.taskId);
  }
  return freed;
}

function mayEnd(actor: Actor, { accountId, declaredBy }: { accountId: string; declaredBy: string | null }) {
  if (actor.kind !== 'account') return false;
  // What somebody else recorded is not for its person to take back.
  return recordsConflicts(actor) || (accountId === actor.id && declaredBy === actor.id);
}

/** Ends a conflict of interest today. @throws forbidden, not-found */
export async function endConflict(
  app: App,
  actor: Actor,
  { conflict: id }: { conflict: string },
): Promise<void> {
  const by = asDeclarer(actor);
  await inTransaction(app.db, async (tx) => {
    const conflict = await store.readConflict(tx, id);
    const isSeen = conflict && (conflict.accountId === by || reaches(actor, conflict.municipalityId));
    if (!isSeen) throw notFound(`conflict of interest ${id}`);
    if (!mayEnd(actor, conflict)) throw new DomainError('forbidden', 'end a conflict of interest');
    const until = dayOf(app.clock());
    await store.endConflict(tx, id, until);
    await recordAudit(tx, {
      actor: by,
      action: 'end',
      subject: { kind: 'conflict-of-interest', id },
      municipalityId: conflict.municipalityId,
      before: { until: conflict.until },
      after: { until },
    });
  });
}

function reaches(actor: Actor, municipalityId: string): boolean {
  const reach = conflictsReach(actor);
  return reach === 'all' || reach.includes(municipalityId);
}
