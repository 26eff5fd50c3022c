import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { namedSources, namedSourcesAsFields, namedSourcesOf } from '#features/library/named-source.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayWorkOnContext } from '../policy.ts';
import type { PeriodCommand } from '../schema.ts';
import * as store from './draft-store.ts';
import { readPeriods, type PeriodRow } from './store.ts';

/** The account of somebody who may do this work. @throws forbidden */
export function workerOf(actor: Actor): string {
  if (actor.kind !== 'account' || !mayWorkOnContext(actor)) throw new DomainError('forbidden', 'context');
  return actor.id;
}

/** What is worked on, and what is public. @throws forbidden */
export async function showContextWork(app: App, actor: Actor) {
  workerOf(actor);
  const [drafts, periods] = await Promise.all([store.readDrafts(app.db), readPeriods(app.db)]);
  return { drafts, periods };
}

/** What the form offers. @throws forbidden */
export async function listFormOptions(app: App, actor: Actor) {
  workerOf(actor);
  const municipalities = await listMunicipalities(app);
  return { municipalities: municipalities.map(({ id, name }) => ({ value: id, label: name })) };
}

/** @throws not-found, forbidden */
export async function getDraft(db: Db, actor: Actor, id: string): Promise<store.DraftRow> {
  workerOf(actor);
  const draft = await store.readDraft(db, id);
  if (!draft) throw notFound(`context ${id}`);
  return draft;
}

/** Writes a new period down. @throws forbidden */
export async function addPeriod(
  app: App,
  actor: Actor,
  command: PeriodCommand,
): Promise<Outcome<{ id: string }>> {
  const account = workerOf(actor);
  const refused = await faultsOf(app, command, false);
  if (refused) return refused;
  const id = randomUUID();
  await inTransaction(app.db, async (tx) => {
    await store.insertDraft(tx, { id, created_by: account, ...columnsOf(command) });
    await audit(tx, account, 'write', id, command);
  });
  return { kind: 'done', value: { id } };
}

/** Begins the next version of a public period, with what it says now; or goes on with the one begun. @throws not-found, forbidden */
export async function beginCorrection(app: App, actor: Actor, name: string): Promise<{ id: string }> {
  const account = workerOf(actor);
  return inTransaction(app.db, async (tx) => {
    const [current] = await readPeriods(tx, name);
    if (!current) throw notFound(`period ${name}`);
    const begun = await store.readCorrectionOf(tx, name);
    if (begun) return begun;
    const id = randomUUID();
    await store.insertDraft(tx, { id, created_by: account, corrects: name, ...columnsOfPeriod(current) });
    await recordAudit(tx, {
      actor: account,
      action: 'begin-correction',
      subject: { kind: 'context', id },
      after: { period: name, version: current.version + 1 },
    });
    return { id };
  });
}

/** @throws not-found, forbidden; conflict where it is public already */
export async function changePeriod(
  app: App,
  actor: Actor,
  id: string,
  command: PeriodCommand,
): Promise<Outcome<{ id: string }>> {
  const account = workerOf(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    await store.holdDraft(tx, id);
    const draft = await getDraft(tx, actor, id);
    if (draft.periodId !== null) throw new DomainError('conflict', 'already public');
    const refused = await faultsOf(app, command, draft.corrects !== null);
    if (refused) return refused;
    if (!(await store.updateDraft(tx, id, command.version ?? 0, columnsOf(command)))) {
      return { kind: 'conflict', theirs: fieldsOf(draft), theirVersion: draft.version };
    }
    await audit(tx, account, 'change', id, command);
    return { kind: 'done', value: { id } };
  });
}

/** Throws away what was not published. @throws not-found, forbidden, conflict */
export async function dropPeriod(app: App, actor: Actor, id: string): Promise<void> {
  const account = workerOf(actor);
  await inTransaction(app.db, async (tx) => {
    await store.holdDraft(tx, id);
    const draft = await getDraft(tx, actor, id);
    if (draft.periodId !== null) throw new DomainError('conflict', 'already public');
    await store.deleteDraft(tx, id);
    await recordAudit(tx, { actor: account, action: 'drop', subject: { kind: 'context', id } });
  });
}

async function faultsOf(
  app: App,
  command: PeriodCommand,
  corrects: boolean,
): Promise<Extract<Outcome<never>, { kind: 'refused' }> | undefined> {
  const { municipalities, reason_sq: sq, reason_en: en, state } = command;
  if (corrects && sq === '' && en === '') {
    return { kind: 'refused', faults: [{ field: 'reason_sq', key: 'context.fault.reason' }] };
  }
  if (!corrects && state === 'withdrawn') {
    return { kind: 'refused', faults: [{ field: 'state', key: 'form.fault.choice' }] };
  }
  const known = await store.countMunicipalities(app.db, municipalities);
  if (known.count === new Set(municipalities).size) return undefined;
  return { kind: 'refused', faults: [{ field: 'municipalities', key: 'form.fault.choice' }] };
}

function audit(tx: Tx, account: string, action: string, id: string, command: PeriodCommand) {
  const { kind, starts, ends, title_sq: title } = command;
  return recordAudit(tx, {
    actor: account,
    action,
    subject: { kind: 'context', id },
    after: { kind, starts, ends, title },
  });
}

/** A text in the languages that have one. */
function localised(sq: string, en: string): string {
  return JSON.stringify({ ...(sq === '' ? {} : { sq }), ...(en === '' ? {} : { en }) });
}

function columnsOf(command: PeriodCommand) {
  const { endsIs } = command;
  return {
    kind: command.kind,
    state: command.state,
    starts: command.starts,
    ends: endsIs === 'known' || endsIs === 'at-least' ? command.ends : null,
    ends_is: endsIs,
    title: localised(command.title_sq, command.title_en),
    summary: localised(command.summary_sq, command.summary_en),
    municipality_ids: [...new Set(command.municipalities)],
    sources: JSON.stringify(namedSourcesOf(command)),
    reason: localised(command.reason_sq, command.reason_en),
  };
}

function columnsOfPeriod(period: PeriodRow) {
  return {
    kind: period.kind,
    state: period.state,
    starts: period.starts,
    ends: period.ends,
    ends_is: period.endsIs,
    title: JSON.stringify(period.title),
    summary: JSON.stringify(period.summary ?? {}),
    municipality_ids: period.places.map(({ id }) => id),
  };
}

/** As the form shows it. */
export function fieldsOf(draft: store.DraftRow): Fields {
  return {
    kind: draft.kind,
    state: draft.state,
    starts: draft.starts,
    endsIs: draft.endsIs,
    ends: draft.ends ?? '',
    title_sq: draft.title.sq ?? '',
    title_en: draft.title.en ?? '',
    summary_sq: draft.summary.sq ?? '',
    summary_en: draft.summary.en ?? '',
    municipalities: draft.municipalityIds,
    ...namedSourcesAsFields(namedSources.parse(draft.sources)),
    reason_sq: draft.reason.sq ?? '',
    reason_en: draft.reason.en ?? '',
  };
}
