import { randomUUID } from 'node:crypto';
import { municipalitiesOf, organisationsIn, type Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { z } from 'zod';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { beginDraft as beginSchema, setBinding as bindingSchema } from '../../draft-schema.ts';
import { publishesContract, seesApproved, seesDraft, writesDraft } from '../../policy.ts';
import { accountOf } from './acting.ts';
import * as store from './drafts-store.ts';

export type { DraftRow } from './drafts-store.ts';

/**
 * Those that someone may see, newest mandate first, the contracts in the record whose signing they follow, and where they may
 * begin one.
 * @param municipality the key of one municipality, where only its contracts are wanted
 */
export async function listDrafts(app: App, actor: Actor, municipality?: string) {
  const reach = municipalitiesOf(
    actor,
    'facilitator',
    'monitor',
    'editor',
    'municipality-contact',
    'coordinator',
  );
  const writes = municipalitiesOf(actor, 'editor');
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'no contracts to work on');
  const [drafts, recorded, mandates, municipalities] = await Promise.all([
    store.readDrafts(app.db, reach),
    store.readRecorded(app.db, reach),
    store.readMandatesForDrafts(app.db),
    store.readMunicipalities(app.db, writes === 'all' ? [] : writes),
  ]);
  const isWanted = (row: { municipalityKey: string }) =>
    municipality === undefined || row.municipalityKey === municipality;
  return {
    drafts: drafts
      .filter((draft) => seesApproved(actor, draft) && isWanted(draft))
      .map((draft) => ({ ...draft, seesAll: seesDraft(actor, draft.municipalityId) })),
    recorded: recorded.filter(isWanted),
    mandates,
    municipalities,
  };
}

/** A draft for who may see the working text. @throws not-found: that there is one is not theirs to know */
export async function getDraft(db: Db, actor: Actor, id: string): Promise<store.DraftRow> {
  const draft = await store.readDraft(db, id);
  if (!draft || !seesDraft(actor, draft.municipalityId)) throw notFound(`draft ${id}`);
  return draft;
}

/** A draft for who writes its text. @throws not-found, forbidden */
export async function draftToWrite(db: Db, actor: Actor, id: string): Promise<store.DraftRow> {
  return asWriter(actor, await getDraft(db, actor, id));
}

function asWriter(actor: Actor, draft: store.DraftRow): store.DraftRow {
  if (writesDraft(actor, draft.municipalityId)) return draft;
  throw new DomainError('forbidden', 'the text is its editors’');
}

/** A draft for who publishes it. @throws not-found, forbidden */
export async function draftToPublish(db: Db, actor: Actor, id: string): Promise<store.DraftRow> {
  const draft = await getDraft(db, actor, id);
  if (publishesContract(actor, draft.municipalityId)) return draft;
  throw new DomainError('forbidden', 'no editor there');
}

/** The draft held for a change by who may see it. @throws not-found */
export async function holdDraft(tx: Tx, actor: Actor, id: string): Promise<store.DraftRow> {
  const draft = await store.lockDraft(tx, id);
  if (!draft || !seesDraft(actor, draft.municipalityId)) throw notFound(`draft ${id}`);
  return draft;
}

/** The draft held for a change of its text. @throws not-found, forbidden */
export async function holdForWriting(tx: Tx, actor: Actor, id: string): Promise<store.DraftRow> {
  return asWriter(actor, await holdDraft(tx, actor, id));
}

/** @throws forbidden for who writes contracts nowhere */
export function mayBeginDraft(actor: Actor): void {
  if (municipalitiesOf(actor, 'editor').length === 0) throw new DomainError('forbidden', 'an editor nowhere');
}

/**
 * Begins the contract of a municipality for a mandate; where one is begun already, gives that.
 * @returns refused where the record has the contract already
 */
export async function beginDraft(
  app: App,
  actor: Actor,
  command: z.infer<typeof beginSchema>,
): Promise<Outcome<{ id: string }>> {
  const accountId = accountOf(actor);
  if (!writesDraft(actor, command.municipality)) throw new DomainError('forbidden', 'not an editor there');
  const [organisationId] = organisationsIn(actor, command.municipality, 'editor');
  if (organisationId === undefined) throw new DomainError('forbidden', 'no member organisation there');
  return inTransaction(app.db, async (tx) => {
    const mandates = await store.readMandatesForDrafts(tx);
    if (!mandates.some(({ id }) => id === command.mandate)) {
      return { kind: 'refused', faults: [{ field: 'mandate', key: 'form.fault.choice' }] };
    }
    const begun = await store.readDraftOf(tx, command.municipality, command.mandate);
    if (begun) return { kind: 'done', value: { id: begun.id } };
    if (await store.readContractOf(tx, command.municipality, command.mandate)) {
      return { kind: 'refused', faults: [{ field: 'mandate', key: 'drafting.fault.in-record' }] };
    }
    const id = randomUUID();
    const isNew = await store.insertDraft(tx, {
      id,
      municipality_id: command.municipality,
      mandate_id: command.mandate,
      organisation_id: organisationId,
      binding_language: command.binding_language,
      created_by: accountId,
    });
    const draft = await store.readDraftOf(tx, command.municipality, command.mandate);
    if (!isNew) return { kind: 'done', value: { id: draft?.id ?? id } };
    await recordAudit(tx, {
      actor: accountId,
      action: 'begin',
      subject: { kind: 'contract-draft', id },
      municipalityId: command.municipality,
      after: { mandate: draft?.mandate, bindingLanguage: command.binding_language },
    });
    return { kind: 'done', value: { id } };
  });
}

/** Says which language binds. The other one is a translation. */
export async function setBinding(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof bindingSchema>,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') {
      return { kind: 'refused', faults: [{ field: 'binding_language', key: 'drafting.fault.closed' }] };
    }
    if (draft.version !== command.version) return conflictOf(draft);
    await store.updateDraft(tx, draft.id, { binding_language: command.binding_language });
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'set-binding-language',
      subject: { kind: 'contract-draft', id: draft.id },
      municipalityId: draft.municipalityId,
      before: { bindingLanguage: draft.bindingLanguage },
      after: { bindingLanguage: command.binding_language },
    });
    return { kind: 'done', value: null };
  });
}

/** Someone moved the draft on meanwhile: what it is now. */
export function conflictOf(draft: store.DraftRow): Outcome<never> {
  return {
    kind: 'conflict',
    theirs: { state: draft.state, binding_language: draft.bindingLanguage },
    theirVersion: draft.version,
  };
}
