import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayRecordSessions } from '../policy.ts';
import type { ChangedPlan, NewPlan } from '../schema.ts';
import { accountOf, sessionToRecord, type Session } from './access.ts';
import { done, refused } from './outcomes.ts';
import * as store from './sessions-store.ts';

/** What a plan can name: units, mandates, the actor's organisations and their people. @throws not-found */
export async function planChoices(app: App, actor: Actor, municipalityId: string, organisationId?: string) {
  if (!mayRecordSessions(actor, municipalityId)) throw notFound(`sessions in ${municipalityId}`);
  const ids = organisationId
    ? [organisationId]
    : organisationsIn(actor, municipalityId, 'facilitator', 'editor');
  const today = app.clock().toISOString().slice(0, 10);
  const [{ municipality, units, mandates }, organisations, people] = await Promise.all([
    store.readPlanChoices(app.db, municipalityId),
    store.readOrganisations(app.db, ids),
    store.readFacilitatingAccounts(app.db, ids, today),
  ]);
  if (!municipality) throw notFound(`municipality ${municipalityId}`);
  return { municipality, units, mandates, organisations, people };
}
export type PlanChoices = Awaited<ReturnType<typeof planChoices>>;

/** Puts a session in the calendar; the same form sent twice gives the same session. */
export async function planSession(
  app: App,
  actor: Actor,
  plan: NewPlan,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const { id, municipalityId } = plan;
  const account = accountOf(actor);
  const choices = await planChoices(app, actor, municipalityId);
  const [first, ...others] = choices.organisations;
  const organisation = plan.organisationId
    ? choices.organisations.find((one) => one.id === plan.organisationId)
    : others.length === 0
      ? first
      : undefined;
  const faults = faultsIn(plan, choices);
  if (!organisation) faults.unshift({ field: 'organisationId', key: 'form.fault.choice' });
  if (!organisation || faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const added = await tx
      .insertInto('listening_session')
      .values({
        id,
        municipality_id: municipalityId,
        organisation_id: organisation.id,
        created_by: account,
        ...columnsOf(plan),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return done({ id });
    await store.writeFacilitators(tx, id, facilitatorsOf(plan));
    await recordAudit(tx, {
      actor: account,
      action: 'plan',
      subject: { kind: 'listening-session', id },
      municipalityId,
      after: auditedPlan(plan),
      ...(requestId ? { requestId } : {}),
    });
    await dropDraft(tx, actor, '/work/listening/new');
    await noteAnnounced(tx, municipalityId, plan.announced);
    return done({ id });
  });
}

/** Changes what is planned, also after it was held: a published or cancelled session stays as it is. */
export async function changePlan(
  app: App,
  actor: Actor,
  id: string,
  plan: ChangedPlan,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor);
  const before = await sessionToRecord(app.db, actor, id);
  const choices = await planChoices(app, actor, before.municipalityId, before.organisationId);
  const current = await store.readFacilitators(app.db, id);
  const known = [
    ...choices.people,
    ...current.flatMap(({ accountId, name }) => (accountId ? [{ id: accountId, name }] : [])),
  ];
  const faults = faultsIn(plan, { ...choices, people: known });
  if (faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await store.holdSession(tx, id);
    if (held.state === 'published' || held.state === 'cancelled')
      return refused('heldOn', 'listening.fault.closed');
    if (held.version !== plan.version) return conflictOf(tx, actor, id);
    await tx
      .updateTable('listening_session')
      .set({ ...columnsOf(plan), version: held.version + 1, updated_at: app.clock() })
      .where('id', '=', id)
      .execute();
    // Needs belong to the mandate that their session is for.
    await tx
      .updateTable('voiced_need')
      .set({ mandate_id: plan.mandateId })
      .where('municipality_id', '=', held.municipalityId)
      .where('session_id', '=', id)
      .where('mandate_id', '<>', plan.mandateId)
      .execute();
    await store.writeFacilitators(tx, id, facilitatorsOf(plan));
    await recordAudit(tx, {
      actor: account,
      action: 'change-plan',
      subject: { kind: 'listening-session', id },
      municipalityId: held.municipalityId,
      before: auditedPlan({ ...before }),
      after: auditedPlan(plan),
      ...(requestId ? { requestId } : {}),
    });
    await dropDraft(tx, actor, `/work/listening/${id}/plan`);
    await noteAnnounced(tx, held.municipalityId, plan.announced || before.announced);
    return done({ id });
  });
}

/** Calls a session off; it stays in the calendar with the reason. One that was held cannot be. */
export async function cancelSession(
  app: App,
  actor: Actor,
  id: string,
  { version, reason }: { version: number; reason: string },
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor);
  const before = await sessionToRecord(app.db, actor, id);
  return inTransaction(app.db, async (tx) => {
    const held = await store.holdSession(tx, id);
    if (held.state === 'cancelled') return done({ id });
    if (held.state !== 'planned') return refused('reason', 'listening.fault.held');
    if (held.version !== version) return conflictOf(tx, actor, id);
    await tx
      .updateTable('listening_session')
      .set({ state: 'cancelled', cancel_reason: reason, version: version + 1, updated_at: app.clock() })
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, {
      actor: account,
      action: 'cancel',
      subject: { kind: 'listening-session', id },
      municipalityId: held.municipalityId,
      reason,
      before: { state: 'planned' },
      after: { state: 'cancelled' },
      ...(requestId ? { requestId } : {}),
    });
    await noteAnnounced(tx, held.municipalityId, before.announced);
    return done({ id });
  });
}

/** A session that is announced has a page that everyone sees: it is drawn anew. */
async function noteAnnounced(tx: Tx, municipalityId: string, isAnnounced: boolean): Promise<void> {
  if (isAnnounced) await noteRecordChange(tx, { tables: [], municipalityIds: [municipalityId] });
}

function faultsIn(
  plan: ChangedPlan | NewPlan,
  choices: Pick<PlanChoices, 'units' | 'mandates' | 'people'>,
): FieldFault[] {
  const isAmong = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id);
  const faults: FieldFault[] = [];
  if (!isAmong(choices.mandates, plan.mandateId))
    faults.push({ field: 'mandateId', key: 'form.fault.choice' });
  if (plan.unitId !== null && !isAmong(choices.units, plan.unitId)) {
    faults.push({ field: 'unitId', key: 'form.fault.choice' });
  }
  if (plan.heldOn < '2000-01-01' || plan.heldOn > '2100-01-01') {
    faults.push({ field: 'heldOn', key: 'form.fault.day' });
  }
  if (plan.facilitators.some((id) => !isAmong(choices.people, id))) {
    faults.push({ field: 'facilitators', key: 'form.fault.choice' });
  }
  const names = namesOf(plan.others);
  if (names.length > 20 || names.some((name) => name.length > 200)) {
    faults.push({ field: 'others', key: 'form.fault.too-long', values: { most: 200 } });
  }
  return faults;
}

function namesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function facilitatorsOf({ facilitators, others }: ChangedPlan | NewPlan) {
  return [
    ...[...new Set(facilitators)].map((account_id) => ({ account_id })),
    ...namesOf(others).map((name) => ({ name })),
  ];
}

function columnsOf(plan: ChangedPlan | NewPlan) {
  return {
    mandate_id: plan.mandateId,
    unit_id: plan.unitId,
    kind: plan.kind,
    held_on: plan.heldOn,
    starts_at: plan.startsAt,
    place: plan.place,
    access_notes: plan.accessNotes,
    target_groups: plan.targetGroups,
    announced: plan.announced,
  };
}

function auditedPlan(plan: Pick<Session, 'kind' | 'heldOn' | 'startsAt' | 'place' | 'unitId' | 'announced'>) {
  const { kind, heldOn, startsAt, place, unitId, announced } = plan;
  return { kind, heldOn, startsAt, place, unitId, announced };
}

/** What stands now, as the plan's form names it. */
async function conflictOf(tx: Tx, actor: Actor, id: string): Promise<Outcome<never>> {
  const session = await sessionToRecord(tx, actor, id);
  return { kind: 'conflict', theirs: await planFields(tx, session), theirVersion: session.version };
}

/** A session's plan as its form shows it. */
export async function planFields(db: Db, session: Session): Promise<Fields> {
  const people = await store.readFacilitators(db, session.id);
  return {
    kind: session.kind,
    mandateId: session.mandateId,
    unitId: session.unitId ?? '',
    heldOn: session.heldOn,
    startsAt: session.startsAt ?? '',
    place: session.place,
    accessNotes: session.accessNotes,
    targetGroups: session.targetGroups,
    facilitators: people.flatMap(({ accountId }) => (accountId ? [accountId] : [])),
    others: people.flatMap(({ accountId, name }) => (accountId ? [] : [name])).join('\n'),
    announced: session.announced ? 'yes' : '',
  };
}

/** The municipality that a new plan is for: the one asked for, or the only one. */
export async function municipalityToPlan(
  app: App,
  actor: Actor,
  within: 'all' | readonly string[],
  asked: string | undefined,
) {
  accountOf(actor);
  const municipalities = await store.readMunicipalities(app.db, within);
  if (municipalities.length === 0) throw new DomainError('forbidden', 'plans nowhere');
  const chosen =
    municipalities.find(({ id }) => id === asked) ??
    (municipalities.length === 1 ? municipalities[0] : undefined);
  return { municipalities, chosen };
}
