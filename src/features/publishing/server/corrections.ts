import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import { askForReports } from '#features/reports/server/run.ts';
import { freezeOn } from '#features/rounds/freeze.ts';
import { barsOf } from '#features/rounds/server/conflicts.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import { languages, type Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import {
  isAnother,
  preparesStatuses,
  publicationsReach,
  publishesStatuses,
  seesPublication,
} from '../policy.ts';
import type { Step, WriteCorrection } from '../schema.ts';
import { changedCodes, changedStatus, changesNothing, type ChangedCode } from '../status-change.ts';
import { codebookIn, codebooksOf } from './assessed.ts';
import { besideOf, correctStatus } from './correct-status.ts';
import * as store from './corrections-store.ts';
import { besideOfCommand, fieldsOfBeside } from './drafts.ts';
import {
  readCodesInForce,
  readStatusIdOf,
  readStatusInForce,
  type StatusInForce,
} from './published-store.ts';

const mostShown = 200;

interface Published {
  status: StatusInForce;
  codes: Awaited<ReturnType<typeof readCodesInForce>>;
}

async function publishedOf(
  db: Db,
  actor: Actor,
  ref: { priorityId: string; roundId: string },
): Promise<Published> {
  const status = await readStatusInForce(db, ref);
  if (!status || !seesPublication(actor, status.municipalityId))
    throw notFound(`status of ${ref.priorityId}`);
  return { status, codes: await readCodesInForce(db, ref) };
}

function localised(sq: string, en: string): Localised {
  return { ...(sq ? { sq } : {}), ...(en ? { en } : {}) };
}

function fieldsOf(
  {
    rationale,
    late,
    reversed,
    blockedBy,
    reason,
  }: Pick<store.CorrectionRow, 'rationale' | 'late' | 'reversed' | 'blockedBy' | 'reason'>,
  codes: readonly ChangedCode[],
): Fields {
  return {
    ...fieldsOfBeside({ rationale, late, reversed, blockedBy }),
    reason_sq: reason.sq ?? '',
    reason_en: reason.en ?? '',
    ...Object.fromEntries(codes.map(({ componentId, code }) => [`code.${componentId}`, code])),
  };
}

/** Whether a conflict of interest keeps someone from saying what a status should have been. */
async function isBarred(
  db: Db,
  accountId: string,
  { municipalityId, priorityId }: { municipalityId: string; priorityId: string },
  day: string,
): Promise<boolean> {
  return (await barsOf(db, accountId, day)).fromPriority(municipalityId, priorityId);
}

/** The corrections that wait for somebody else to publish them. @throws forbidden */
export async function listCorrections(app: App, actor: Actor) {
  const reach = publicationsReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'corrections');
  return store.readOpenCorrections(app.db, reach, mostShown);
}

/** A published status with the form of its correction: begun by somebody, or not yet. @throws not-found */
export async function showCorrection(app: App, actor: Actor, key: { priority: string; round: string }) {
  const ref = await readStatusIdOf(app.db, key);
  if (!ref) throw notFound(`status of ${key.priority} in ${key.round}`);
  const { status, codes } = await publishedOf(app.db, actor, ref);
  const open = await store.readOpenCorrection(app.db, ref);
  const changes = open ? await store.readCorrectionCodes(app.db, open.id) : [];
  const codebook = codebookIn(await codebooksOf(app.db, [status.codebookId]), status.codebookId);
  return {
    status,
    codes,
    allowed: codebook.codes,
    correction: open ?? null,
    fields: open
      ? fieldsOf(open, changes)
      : { ...fieldsOfBeside(besideOf(status)), reason_sq: '', reason_en: '' },
    corrected: open ? changedStatus(changedCodes(codes, changes), codebook) : null,
    isOutdated: open !== undefined && open.corrects !== status.version,
    can: {
      write: preparesStatuses(actor, status.municipalityId),
      publish:
        open !== undefined &&
        publishesStatuses(actor, status.municipalityId) &&
        isAnother(actor, open.preparedBy),
    },
  };
}

function changesIn(command: WriteCorrection, codes: Published['codes']): ChangedCode[] {
  return codes.flatMap(({ id, code: before }) => {
    const code = command[`code.${id}`];
    return typeof code === 'string' && code !== '' && code !== before ? [{ componentId: id, code }] : [];
  });
}

/**
 * Writes what was wrong with a published status and how it should have been. It changes nothing in public until another person
 * publishes it.
 * @throws not-found, forbidden
 */
export async function saveCorrection(
  app: App,
  actor: Actor,
  key: { priority: string; round: string },
  command: WriteCorrection,
  form: string,
): Promise<Outcome<null>> {
  const ref = await readStatusIdOf(app.db, key);
  if (!ref) throw notFound(`status of ${key.priority}`);
  const { status, codes } = await publishedOf(app.db, actor, ref);
  if (actor.kind !== 'account' || !preparesStatuses(actor, status.municipalityId))
    throw new DomainError('forbidden', 'correct');
  // Written on an earlier version, it would undo what was put right since.
  if (command.corrects !== status.version)
    return { kind: 'refused', faults: [{ field: 'rationale_sq', key: 'publishing.fault.outdated' }] };
  const codebook = codebookIn(await codebooksOf(app.db, [status.codebookId]), status.codebookId);
  const changes = changesIn(command, codes);
  const after = changedCodes(codes, changes);
  const beside = besideOfCommand(command);
  const faults: FieldFault[] = languages.flatMap((language): FieldFault[] =>
    command[`reason_${language}`] === ''
      ? [{ field: `reason_${language}`, key: 'publishing.fault.reason' }]
      : [],
  );
  for (const { componentId, code } of changes) {
    if (!codebook.codes.includes(code))
      faults.push({ field: `code.${componentId}`, key: 'form.fault.choice' });
  }
  if (faults.length === 0 && changesNothing({ beside: besideOf(status), codes }, { beside, codes: after })) {
    faults.push({ field: 'rationale_sq', key: 'publishing.fault.nothing-changes' });
  }
  if (await isBarred(app.db, actor.id, status, dayOf(app.clock())))
    faults.push({ field: 'reason_sq', key: 'publishing.fault.conflict' });
  if (faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const open = await store.readOpenCorrection(tx, ref);
    const written = {
      id: open?.id ?? randomUUID(),
      municipalityId: status.municipalityId,
      ...ref,
      corrects: status.version,
      beside,
      reason: localised(command.reason_sq, command.reason_en),
      codes: changes,
      preparedBy: actor.id,
      preparedAt: app.clock(),
    };
    if (!(await store.writeCorrectionRow(tx, written, command.version ?? 0))) {
      const theirs = await store.readOpenCorrection(tx, ref);
      return {
        kind: 'conflict',
        theirs: theirs ? fieldsOf(theirs, await store.readCorrectionCodes(tx, theirs.id)) : {},
        theirVersion: theirs?.version ?? 0,
      };
    }
    await recordAudit(tx, {
      actor: actor.id,
      action: 'write-correction',
      subject: { kind: 'status', id: status.id },
      municipalityId: status.municipalityId,
      after: { corrects: status.version, codes: changes, ...beside },
      reason: command.reason_sq,
    });
    await dropDraft(tx, actor, form);
    return { kind: 'done', value: null };
  });
}

async function openOne(app: App, actor: Actor, id: string) {
  const correction = await store.readCorrection(app.db, id);
  if (!correction || !seesPublication(actor, correction.municipalityId)) throw notFound(`correction ${id}`);
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'correct');
  return { correction, actor };
}

/**
 * Publishes a correction that another person has written: the next version of the status, with its reason.
 * @throws not-found, forbidden
 */
export async function publishCorrection(
  app: App,
  who: Actor,
  id: string,
  { version }: Step,
): Promise<Outcome<{ priority: string; round: string; version: number }>> {
  const { correction, actor } = await openOne(app, who, id);
  if (!publishesStatuses(actor, correction.municipalityId))
    throw new DomainError('forbidden', `publish ${id}`);
  const day = dayOf(app.clock());
  return inTransaction(
    app.db,
    async (tx): Promise<Outcome<{ priority: string; round: string; version: number }>> => {
      const held = await store.holdCorrection(tx, id);
      const refuse = (key: FieldFault['key']): Outcome<never> => ({
        kind: 'refused',
        faults: [{ field: 'publish', key }],
      });
      if (held?.state !== 'open' || held.version !== version) return refuse('publishing.fault.changed');
      if (!isAnother(actor, held.preparedBy)) return refuse('publishing.outcome.same-person');
      if (await isBarred(tx, actor.id, held, day)) return refuse('publishing.fault.conflict');
      if (freezeOn(await listFreezes(tx, day), held.municipalityId, day))
        return refuse('publishing.outcome.frozen');
      const { rationale, late, reversed, blockedBy } = held;
      const outcome = await correctStatus(tx, {
        kind: 'correction',
        priorityId: held.priorityId,
        roundId: held.roundId,
        corrects: held.corrects,
        codes: await store.readCorrectionCodes(tx, id),
        beside: { rationale, late, reversed, blockedBy },
        reason: held.reason,
        day,
        actor: actor.id,
      });
      if (outcome.kind !== 'done') return refuse(`publishing.fault.${outcome.kind}`);
      await store.endCorrection(tx, id, { state: 'published', published_by: actor.id });
      const { roundId, municipalityId } = held;
      await askForReports(app, tx, { roundId, municipalityId, askedBy: actor.id });
      return {
        kind: 'done',
        value: { priority: held.priorityKey, round: held.roundKey, version: outcome.version },
      };
    },
  );
}

/** Gives up a correction that was not published. @throws not-found, forbidden */
export async function dropCorrection(
  app: App,
  who: Actor,
  id: string,
  { version }: Step,
): Promise<Outcome<null>> {
  const { correction, actor } = await openOne(app, who, id);
  if (!preparesStatuses(actor, correction.municipalityId)) throw new DomainError('forbidden', `drop ${id}`);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await store.holdCorrection(tx, id);
    if (held?.state !== 'open' || held.version !== version) {
      return { kind: 'refused', faults: [{ field: 'publish', key: 'publishing.fault.changed' }] };
    }
    await store.endCorrection(tx, id, { state: 'dropped' });
    await recordAudit(tx, {
      actor: actor.id,
      action: 'drop-correction',
      subject: { kind: 'status', id: held.priorityId },
      municipalityId: held.municipalityId,
    });
    return { kind: 'done', value: null };
  });
}
