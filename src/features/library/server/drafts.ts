import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { accountOf } from '#features/forums/account.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { keepsLibrary, libraryReach, mayKeepFor, mayTellOf } from '../policy.ts';
import type { PublicationCommand } from '../schema.ts';
import * as store from './draft-store.ts';
import { readKeeping } from './keeping-store.ts';
import { readNewest } from './publish-store.ts';

export type Draft = store.DraftRow;
type Done = Outcome<{ id: string }>;

const pageSize = 30;
const mostToCorrect = 200;

/** The publications that someone works on, newest first. @throws forbidden to those who keep none */
export async function listDrafts(app: App, actor: Actor, after: { savedAt: Date; id: string } | undefined) {
  if (!keepsLibrary(actor)) throw new DomainError('forbidden', 'keeps no library');
  const reach = libraryReach(actor);
  const [rows, toCorrect] = await Promise.all([
    store.readDrafts(app.db, reach, { after, limit: pageSize + 1 }),
    store.readWithoutDraft(app.db, reach, mostToCorrect),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown,
    /** Public ones that were not written down here. */
    toCorrect,
    next: rows.length > pageSize && last ? `${last.savedAt.toISOString()}_${last.id}` : null,
  };
}

/** @throws not-found also where its existence is not the actor's to know */
export async function getDraft(db: Db, actor: Actor, id: string): Promise<Draft> {
  const draft = await store.readDraft(db, id);
  if (!draft || !mayKeepFor(actor, draft.organisationId)) throw notFound(`publication ${id}`);
  return draft;
}

/** The draft for someone who changes it; others who do wait until the transaction ends. @throws not-found */
export async function holdDraft(tx: Tx, actor: Actor, id: string): Promise<Draft> {
  await store.holdDraft(tx, id);
  return getDraft(tx, actor, id);
}

/** A draft with its files, and what is public of it. */
export async function showDraft(app: App, actor: Actor, id: string) {
  const draft = await getDraft(app.db, actor, id);
  const [files, newest] = await Promise.all([
    store.readDraftFiles(app.db, id),
    draft.publicationId === null ? undefined : readNewest(app.db, draft.publicationId),
  ]);
  return { draft, files, published: newest };
}

/** What the form offers: the organisations that someone keeps a library for, the municipalities that they may name. */
export async function draftOptions(app: App, actor: Actor) {
  if (!keepsLibrary(actor)) throw new DomainError('forbidden', 'keeps no library');
  const reach = libraryReach(actor);
  const { organisations, municipalities } = await readKeeping(app.db, reach);
  return {
    isNetwork: reach === 'all',
    organisations,
    municipalities: municipalities.filter(({ id }) => mayTellOf(actor, id)),
  };
}

export type DraftOptions = Awaited<ReturnType<typeof draftOptions>>;

function faultsOf(actor: Actor, { organisation, municipality }: PublicationCommand): FieldFault[] {
  return [
    ...(mayKeepFor(actor, organisation)
      ? []
      : [{ field: 'organisation', key: 'form.fault.choice' } as const]),
    ...(municipality === null || mayTellOf(actor, municipality)
      ? []
      : [{ field: 'municipality', key: 'form.fault.choice' } as const]),
  ];
}

/** Begins a publication; nobody outside sees it. @throws forbidden */
export async function addDraft(app: App, actor: Actor, command: PublicationCommand): Promise<Done> {
  if (!keepsLibrary(actor)) throw new DomainError('forbidden', 'keeps no library');
  const faults = faultsOf(actor, command);
  if (faults.length > 0) return { kind: 'refused', faults };
  const id = randomUUID();
  return inTransaction(app.db, async (tx) => {
    const columns = store.columnsOf(command);
    await store.insertDraft(tx, { ...columns, id, created_by: accountOf(actor), saved_at: app.clock() });
    await note(tx, actor, 'add', id, { after: columns });
    return { kind: 'done', value: { id } };
  });
}

/** Changes what is written of it; what is public stays as it is until it is published again. */
export function changeDraft(app: App, actor: Actor, id: string, command: PublicationCommand): Promise<Done> {
  return inTransaction(app.db, async (tx): Promise<Done> => {
    const draft = await holdDraft(tx, actor, id);
    const faults = faultsOf(actor, command);
    if (faults.length > 0) return { kind: 'refused', faults };
    const columns = store.columnsOf(command);
    const saved = { ...columns, saved_at: app.clock(), is_changed: true };
    if (!(await store.updateDraft(tx, id, command.version ?? 0, saved)))
      return { kind: 'conflict', theirs: fieldsOf(draft), theirVersion: draft.version };
    await note(tx, actor, 'change', id, { before: fieldsOf(draft), after: columns });
    return { kind: 'done', value: { id } };
  });
}

/** Throws a draft away of which nothing was published. */
export function dropDraftOf(app: App, actor: Actor, id: string): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const draft = await holdDraft(tx, actor, id);
    if (draft.publicationId !== null) throw new DomainError('conflict', 'published');
    await store.deleteDraft(tx, id);
    await note(tx, actor, 'delete', id, { before: fieldsOf(draft) });
  });
}

export function note(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  more: { before?: object; after?: object; reason?: string },
): Promise<void> {
  const { before, after, reason } = more;
  return recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'publication', id },
    ...(before ? { before: { ...before } } : {}),
    ...(after ? { after: { ...after } } : {}),
    ...(reason ? { reason } : {}),
  });
}

/** As the form shows it. */
export function fieldsOf(draft: Draft): Fields {
  return {
    organisation: draft.organisationId ?? '',
    municipality: draft.municipalityId ?? '',
    kind: draft.kind,
    titleSq: draft.title.sq ?? '',
    titleEn: draft.title.en ?? '',
    summarySq: draft.summary.sq ?? '',
    summaryEn: draft.summary.en ?? '',
    authors: draft.authors,
    editors: draft.editors,
    publishedOn: draft.publishedOn ?? '',
    language: draft.language ?? '',
    otherLanguages: draft.otherLanguages,
    publisher: draft.publisher,
    place: draft.place,
    series: draft.series,
    subjects: draft.subjects,
    isbn: draft.isbn ?? '',
    doi: draft.doi ?? '',
    pages: draft.pages === null ? '' : String(draft.pages),
    licence: draft.licence,
    url: draft.url,
  };
}
