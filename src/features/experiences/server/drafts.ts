import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { listFields } from '#features/contracts/server/service.ts';
import { namedSources, namedSourcesAsFields, namedSourcesOf } from '#features/library/named-source.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { localisedFields, localisedOf } from '#forms/localised.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { missingOf } from '../draft.ts';
import { typedAmount } from '../experience.ts';
import { mayPublish, mayRead, mayReview, mayWrite, writesIn } from '../policy.ts';
import type { BeginCommand, ExperienceCommand } from '../schema.ts';
import { accountOf, organisationOf, refuse } from './acting.ts';
import * as store from './draft-store.ts';
import { getExperience } from './public.ts';

type Draft = store.DraftRow;

/** Municipalities of which someone can tell. @throws forbidden to whom there are none */
export async function listPlaces(app: App, actor: Actor) {
  const reach = writesIn(actor);
  if (reach.length === 0) throw new DomainError('forbidden', 'experiences');
  return (await listMunicipalities(app))
    .filter(({ id }) => reach === 'all' || reach.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** @throws not-found also where its existence is not the actor's to know */
async function getDraft(db: Db, actor: Actor, id: string): Promise<Draft> {
  const draft = await store.readDraft(db, id);
  if (!draft || !mayRead(actor, draft.municipalityId)) throw notFound(`experience draft ${id}`);
  return draft;
}

/** The draft for someone who changes it. @throws not-found, forbidden, conflict where it is public */
export async function draftToWrite(db: Db, actor: Actor, id: string): Promise<Draft> {
  const draft = await getDraft(db, actor, id);
  if (!mayWrite(actor, draft.municipalityId) && !mayReview(actor, draft.municipalityId))
    throw new DomainError('forbidden', 'reads the experience alone');
  return draft;
}

/** A draft that others who change it wait for. @throws as `draftToWrite`; conflict where it is public */
export async function holdOpen(tx: Tx, actor: Actor, id: string): Promise<Draft> {
  await store.holdDraft(tx, id);
  const draft = await draftToWrite(tx, actor, id);
  if (draft.state === 'published') throw new DomainError('conflict', 'already public');
  return draft;
}

/** A draft with what its form offers, and what the actor may do. @throws not-found */
export async function showDraft(app: App, actor: Actor, id: string) {
  const draft = await getDraft(app.db, actor, id);
  const [fields, priorities, evidence] = await Promise.all([
    listFields(app),
    store.readPriorities(app.db, draft.municipalityId),
    store.readEvidence(app.db, draft.municipalityId),
  ]);
  return {
    draft,
    fields,
    priorities,
    evidence,
    missing: missingOf(draft),
    mayReview: mayReview(actor, draft.municipalityId),
    mayPublish: mayPublish(actor, draft),
  };
}

export type DraftPage = Awaited<ReturnType<typeof showDraft>>;

/** Begins to tell of a practice. @throws forbidden */
export async function beginExperience(
  app: App,
  actor: Actor,
  command: BeginCommand,
): Promise<Outcome<{ id: string }>> {
  const { municipality } = command;
  if (!mayWrite(actor, municipality)) throw new DomainError('forbidden', 'experience');
  const id = randomUUID();
  const empty = '{}';
  await inTransaction(app.db, async (tx) => {
    await store.insertDraft(tx, {
      id,
      municipality_id: municipality,
      organisation_id: organisationOf(actor, municipality),
      title: JSON.stringify(localisedOf(command, 'title')),
      summary: empty,
      problem: empty,
      context: empty,
      done: empty,
      cost_note: empty,
      result: empty,
      lessons: empty,
      created_by: accountOf(actor),
    });
    await note(tx, actor, 'begin', { id, municipalityId: municipality });
  });
  return { kind: 'done', value: { id } };
}

/** Begins a correction of a public experience, with what it says now; or goes on with the one begun. @throws not-found, forbidden */
export async function beginCorrection(app: App, actor: Actor, key: string): Promise<{ id: string }> {
  const now = await getExperience(app, key);
  const { municipalityId } = now;
  if (!mayWrite(actor, municipalityId) && !mayReview(actor, municipalityId))
    throw new DomainError('forbidden', 'experience');
  return inTransaction(app.db, async (tx) => {
    const begun = await store.readDraftOf(tx, now.id);
    if (begun) return begun;
    const id = randomUUID();
    const text = (value: object | null) => JSON.stringify(value ?? {});
    await store.insertDraft(tx, {
      id,
      municipality_id: municipalityId,
      organisation_id: now.organisationId,
      field_id: now.fieldId,
      corrects_id: now.id,
      title: text(now.title),
      summary: text(now.summary),
      body: text(now.body),
      problem: text(now.problem),
      context: text(now.context),
      done: text(now.done),
      cost_amount: now.costAmount,
      cost_currency: now.costCurrency,
      cost_note: text(now.costNote),
      result: text(now.result),
      lessons: text(now.lessons),
      contact_name: now.contactName ?? '',
      contact_email: now.contactEmail ?? '',
      contact_phone: now.contactPhone ?? '',
      created_by: accountOf(actor),
    });
    await note(tx, actor, 'begin-correction', { id, municipalityId });
    return { id };
  });
}

/** @throws not-found, forbidden; conflict where it is public */
export function saveExperience(
  app: App,
  actor: Actor,
  id: string,
  command: ExperienceCommand,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const draft = await holdOpen(tx, actor, id);
    const { municipalityId } = draft;
    const fields = await listFields(app);
    if (command.field !== null && !fields.some((field) => field.id === command.field))
      return refuse('field', 'form.fault.choice');
    if (!isAmong(command.priorities, await store.readPriorities(tx, municipalityId)))
      return refuse('priorities', 'form.fault.choice');
    if (!isAmong(command.evidence, await store.readEvidence(tx, municipalityId)))
      return refuse('evidence', 'form.fault.choice');
    if (!(await store.updateDraft(tx, id, command.version ?? 0, columnsOf(command))))
      return { kind: 'conflict', theirs: fieldsOf(draft), theirVersion: draft.version };
    await note(tx, actor, 'write', draft);
    return { kind: 'done', value: { id } };
  });
}

/** Throws away what nobody has published. @throws not-found, forbidden, conflict */
export async function dropExperience(app: App, actor: Actor, id: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const draft = await holdOpen(tx, actor, id);
    await store.deleteDraft(tx, id);
    await note(tx, actor, 'drop', draft);
  });
}

export function note(
  tx: Tx,
  actor: Actor,
  action: string,
  { id, municipalityId }: { id: string; municipalityId: string },
  more: { after?: Record<string, unknown>; reason?: string } = {},
) {
  return recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'experience', id },
    municipalityId,
    ...more,
  });
}

function isAmong(chosen: readonly string[], offered: readonly { id: string }[]): boolean {
  const known = new Set(offered.map(({ id }) => id));
  return chosen.every((id) => known.has(id));
}

function columnsOf(command: ExperienceCommand) {
  const text = (name: 'title' | 'summary' | 'body' | 'problem' | 'context' | 'done' | 'result' | 'lessons') =>
    JSON.stringify(localisedOf(command, name));
  return {
    field_id: command.field,
    title: text('title'),
    summary: text('summary'),
    body: text('body'),
    problem: text('problem'),
    context: text('context'),
    done: text('done'),
    result: text('result'),
    lessons: text('lessons'),
    cost_amount: command.cost_amount,
    cost_currency: command.cost_amount === null ? null : command.cost_currency,
    cost_note: JSON.stringify(localisedOf(command, 'cost_note')),
    contact_is: command.contact_is,
    contact_agreed: command.contact_agreed,
    contact_name: command.contact_name,
    contact_email: command.contact_email,
    contact_phone: command.contact_phone,
    priority_ids: [...new Set(command.priorities)],
    evidence_ids: [...new Set(command.evidence)],
    sources: JSON.stringify(namedSourcesOf(command)),
    reason: JSON.stringify(localisedOf(command, 'reason')),
  };
}

/** As the form shows it. */
export function fieldsOf(draft: Draft): Fields {
  return {
    ...localisedFields('title', draft.title),
    ...localisedFields('summary', draft.summary),
    ...localisedFields('body', draft.body),
    ...localisedFields('problem', draft.problem),
    ...localisedFields('context', draft.context),
    ...localisedFields('done', draft.done),
    ...localisedFields('result', draft.result),
    ...localisedFields('lessons', draft.lessons),
    ...localisedFields('cost_note', draft.costNote),
    ...localisedFields('reason', draft.reason),
    field: draft.fieldId ?? '',
    cost_amount: draft.costAmount === null ? '' : typedAmount(draft.costAmount),
    cost_currency: draft.costCurrency ?? 'ALL',
    contact_is: draft.contactIs,
    contact_agreed: draft.contactAgreed ? 'on' : '',
    contact_name: draft.contactName,
    contact_email: draft.contactEmail,
    contact_phone: draft.contactPhone,
    priorities: draft.priorityIds,
    evidence: draft.evidenceIds,
    ...namedSourcesAsFields(namedSources.parse(draft.sources)),
  };
}
