import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { isEmpty, localisedFields, localisedOf } from '#forms/localised.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayPublish, mayRead, mayReview, mayWrite } from '../policy.ts';
import type { TryCommand } from '../schema.ts';
import { accountOf, organisationOf, refuse } from './acting.ts';
import { listPlaces } from './drafts.ts';
import { getExperience } from './public.ts';
import * as store from './try-store.ts';

/** What the form offers to whoever reads an experience and tried it, or wants to. @throws not-found, forbidden */
export async function showTryForm(app: App, actor: Actor, key: string) {
  const places = await listPlaces(app, actor);
  const experience = await getExperience(app, key);
  return {
    experience: { id: experience.id, key: experience.key, title: experience.title },
    places: places.filter(({ value }) => value !== experience.municipalityId),
    teachers: await teachersOf(app.db, experience.id),
    madeIn: experience.municipalityName,
    today: dayOf(app.clock()),
  };
}

async function teachersOf(db: Db, experienceId: string) {
  return (await store.readTeachers(db, experienceId)).map(({ id, name }) => ({ value: id, label: name }));
}

/** @throws not-found also where its existence is not the actor's to know */
export async function getTry(db: Db, actor: Actor, id: string): Promise<store.TryDraft> {
  const draft = await store.readTry(db, id);
  if (!draft || !mayRead(actor, draft.municipalityId)) throw notFound(`try ${id}`);
  return draft;
}

/** What a municipality says of trying, with what the actor may do. @throws not-found */
export async function showTry(app: App, actor: Actor, id: string) {
  const draft = await getTry(app.db, actor, id);
  const experience = await store.readExperienceById(app.db, draft.experienceId);
  return {
    draft,
    madeIn: experience?.municipalityName ?? '',
    teachers: (await teachersOf(app.db, draft.experienceId)).filter(
      ({ value }) => value !== draft.municipalityId,
    ),
    needsReason: await isCorrection(app.db, draft),
    mayWrite: mayWrite(actor, draft.municipalityId) || mayReview(actor, draft.municipalityId),
    mayReview: mayReview(actor, draft.municipalityId),
    mayPublish: mayPublish(actor, draft),
  };
}

export type TryPage = Awaited<ReturnType<typeof showTry>>;

/** Whether a public word is said anew: who wanted to try and has tried since goes on, whoever says it otherwise corrects. */
async function isCorrection(
  db: Db,
  { experienceId, municipalityId, state }: Pick<store.TryDraft, 'experienceId' | 'municipalityId' | 'state'>,
): Promise<boolean> {
  const said = await store.readPublicTry(db, experienceId, municipalityId);
  return said !== undefined && !(said.state === 'wants' && state === 'tried');
}

/** Says that a municipality wants to try, or has tried; an editor then lets it into the record. @throws forbidden */
export async function sayTry(app: App, actor: Actor, command: TryCommand): Promise<Outcome<{ id: string }>> {
  if (!mayWrite(actor, command.municipality)) throw new DomainError('forbidden', 'try');
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    // Two who say it at once for one municipality wait for each other.
    await store.holdExperience(tx, command.experience);
    const refused = await faultsOf(app, tx, command);
    if (refused) return refused;
    const open = await store.readOpenTryOf(tx, command.experience, command.municipality);
    if (open) return refuse('municipality', 'experience.fault.said');
    const id = randomUUID();
    const { experience, municipality } = command;
    await store.insertTry(tx, {
      id,
      experience_id: experience,
      municipality_id: municipality,
      organisation_id: organisationOf(actor, municipality),
      written_by: accountOf(actor),
      ...columnsOf(command),
    });
    await noteTry(tx, actor, 'say', { id, municipalityId: municipality });
    return { kind: 'done', value: { id } };
  });
}

/** Says it otherwise before it is public; handed in anew. @throws not-found, forbidden, conflict */
export function changeTry(
  app: App,
  actor: Actor,
  id: string,
  command: TryCommand,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const draft = await tryToWrite(tx, actor, id);
    if (draft.review === 'published') throw new DomainError('conflict', 'already public');
    const own = { ...command, experience: draft.experienceId, municipality: draft.municipalityId };
    const refused = await faultsOf(app, tx, own);
    if (refused) return refused;
    // Who only reads it for the municipality corrects a word or adds the other language; it stays the writer's.
    const isWriter = !mayReview(actor, draft.municipalityId) || draft.writtenBy === accountOf(actor);
    const columns = {
      ...columnsOf(own),
      ...(isWriter ? { written_by: accountOf(actor), review: 'submitted' as const } : {}),
    };
    if (!(await store.updateTry(tx, id, command.version ?? 0, columns)))
      return { kind: 'conflict', theirs: tryFields(draft), theirVersion: draft.version };
    await noteTry(tx, actor, 'change', draft);
    return { kind: 'done', value: { id } };
  });
}

/** @throws not-found, forbidden */
export async function tryToWrite(db: Db, actor: Actor, id: string): Promise<store.TryDraft> {
  const draft = await getTry(db, actor, id);
  if (mayWrite(actor, draft.municipalityId) || mayReview(actor, draft.municipalityId)) return draft;
  throw new DomainError('forbidden', 'reads it alone');
}

export function noteTry(
  tx: Tx,
  actor: Actor,
  action: string,
  { id, municipalityId }: { id: string; municipalityId: string },
  more: { after?: Record<string, unknown>; reason?: string } = {},
) {
  return recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'experience-try', id },
    municipalityId,
    ...more,
  });
}

async function faultsOf(app: App, tx: Tx, command: TryCommand) {
  const experience = await store.readExperienceById(tx, command.experience);
  if (!experience) throw notFound(`experience ${command.experience}`);
  if (experience.municipalityId === command.municipality)
    return refuse('municipality', 'experience.fault.own');
  if (command.saidOn > dayOf(app.clock())) return refuse('saidOn', 'experience.fault.to-come');
  const teachers = await store.readTeachers(tx, command.experience);
  const { learnedFrom } = command;
  const isTeacher = learnedFrom === null || teachers.some(({ id }) => id === learnedFrom);
  if (!isTeacher || learnedFrom === command.municipality) return refuse('learnedFrom', 'form.fault.choice');
  const corrects = await isCorrection(tx, {
    experienceId: command.experience,
    municipalityId: command.municipality,
    state: command.state,
  });
  if (corrects && isEmpty(localisedOf(command, 'reason')))
    return refuse('reason_sq', 'experience.fault.reason');
  return undefined;
}

function columnsOf(command: TryCommand) {
  const { state, outcome } = command;
  return {
    state,
    outcome: state === 'tried' && outcome !== '' ? outcome : null,
    said_on: command.saidOn,
    learned_from_id: command.learnedFrom,
    statement: JSON.stringify(localisedOf(command, 'statement')),
    reason: JSON.stringify(localisedOf(command, 'reason')),
  };
}

/** As the form shows it. */
export function tryFields(draft: store.TryDraft): Fields {
  return {
    experience: draft.experienceId,
    municipality: draft.municipalityId,
    state: draft.state,
    outcome: draft.outcome ?? '',
    saidOn: draft.saidOn,
    learnedFrom: draft.learnedFromId ?? '',
    ...localisedFields('statement', draft.statement),
    ...localisedFields('reason', draft.reason),
  };
}
