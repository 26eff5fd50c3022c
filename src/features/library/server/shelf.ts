import type { Actor } from '#features/accounts/actor.ts';
import { accountOf } from '#features/forums/account.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { linesOf, subjectsOf } from '../draft.ts';
import type { ImportedItem } from '../import-row.ts';
import { keepsLibrary, libraryReach, mayKeepFor } from '../policy.ts';
import type { ItemCommand } from '../schema.ts';
import { rowOf, type ItemRow } from './import/item-row.ts';
import { findOrganisation } from './import/service.ts';
import { writeItems } from './import/write-store.ts';
import * as store from './shelf-store.ts';

type Done = Outcome<{ id: string; key: string }>;

const pageSize = 50;

/** What stands on the shelves that someone keeps. @throws forbidden to those who keep none */
export async function listShelf(
  app: App,
  actor: Actor,
  { q, after }: { q: string; after?: string | undefined },
): Promise<{ rows: store.ShelfItem[]; next: string | null }> {
  if (!keepsLibrary(actor)) throw new DomainError('forbidden', 'keeps no library');
  const found = await store.readShelf(app.db, libraryReach(actor), { q, after, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.key ?? null) : null };
}

/** @throws not-found also where it is on somebody else's shelf */
export async function getShelfItem(db: Db, actor: Actor, id: string): Promise<store.ShelfItem> {
  const item = await store.readShelfItem(db, id);
  if (!item || !mayKeepFor(actor, item.organisationId)) throw notFound(`item ${id}`);
  return item;
}

function itemOf(command: ItemCommand): ImportedItem {
  return {
    kind: command.kind,
    title: command.title,
    authors: linesOf(command.authors),
    publisher: command.publisher || null,
    place: command.place || null,
    published_on: command.publishedOn,
    language: command.language,
    series: command.series || null,
    subjects: subjectsOf(command.subjects),
    isbn: command.isbn,
    doi: command.doi,
    pages: command.pages,
    call_number: command.callNumber || null,
    shelf: command.shelf || null,
    copies: command.copies,
  };
}

/** As the form shows it. */
export function fieldsOfItem(item: store.ShelfItem): Fields {
  return {
    organisation: item.organisationId,
    kind: item.kind,
    title: item.title,
    authors: item.authors.join('\n'),
    publishedOn: item.publishedOn ?? '',
    language: item.language ?? '',
    callNumber: item.callNumber ?? '',
    shelf: item.shelf ?? '',
    copies: String(item.copies),
    publisher: item.publisher ?? '',
    place: item.place ?? '',
    series: item.series ?? '',
    subjects: item.subjects.join('\n'),
    isbn: item.isbn ?? '',
    doi: item.doi ?? '',
    pages: item.pages === null ? '' : String(item.pages),
  };
}

/** Puts one thing on a shelf; what stands there already is told of. @throws forbidden */
export async function addItem(app: App, actor: Actor, command: ItemCommand): Promise<Done> {
  if (!mayKeepFor(actor, command.organisation)) throw new DomainError('forbidden', 'keeps no such library');
  const organisation = await findOrganisation(app.db, { id: command.organisation });
  if (!organisation) throw notFound(`organisation ${command.organisation}`);
  const row = rowOf(organisation, itemOf(command));
  return inTransaction(app.db, async (tx): Promise<Done> => {
    if ((await store.readShelfItem(tx, row.id)) || (await store.readInPlace(tx, row))) return isThere(row);
    await writeItems(tx, [row]);
    await note(tx, actor, row, { action: 'add-item', after: { key: row.key, title: row.title } });
    return { kind: 'done', value: { id: row.id, key: row.key } };
  });
}

function isThere({ call_number, isbn, doi }: ItemRow): Done {
  const field = call_number !== null ? 'callNumber' : isbn !== null ? 'isbn' : doi !== null ? 'doi' : 'title';
  return { kind: 'refused', faults: [{ field, key: 'library.item.fault.there' }] };
}

/** Says something else of what stands on a shelf; its address stays. @throws not-found */
export async function changeItem(app: App, actor: Actor, id: string, command: ItemCommand): Promise<Done> {
  await getShelfItem(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Done> => {
    const before = await store.holdShelfItem(tx, id);
    if (!before) throw notFound(`item ${id}`);
    if (before.version !== command.version)
      return { kind: 'conflict', theirs: fieldsOfItem(before), theirVersion: before.version };
    const row: ItemRow = {
      ...itemOf(command),
      id,
      key: before.key,
      organisation_id: before.organisationId,
      withdrawn_on: null,
    };
    if (await store.readInPlace(tx, row)) return isThere(row);
    const { changed } = await writeItems(tx, [row]);
    if (changed > 0)
      await note(tx, actor, row, {
        action: 'change-item',
        before: fieldsOfItem(before),
        after: { key: row.key, title: row.title },
      });
    return { kind: 'done', value: { id, key: before.key } };
  });
}

/** Takes something from its shelf, or puts it back. Its address stays, and says so. @throws not-found */
export async function withdrawItem(app: App, actor: Actor, id: string, isBack: boolean): Promise<void> {
  const { organisationId } = await getShelfItem(app.db, actor, id);
  await inTransaction(app.db, async (tx) => {
    const item = await store.holdShelfItem(tx, id);
    if (!item || (item.withdrawnOn === null) === isBack) return;
    await store.setWithdrawn(tx, id, isBack ? null : dayOf(app.clock()));
    await note(
      tx,
      actor,
      { id, organisation_id: organisationId },
      { action: isBack ? 'put-item-back' : 'withdraw-item', after: { key: item.key } },
    );
  });
}

async function note(
  tx: Tx,
  actor: Actor,
  { id, organisation_id }: Pick<ItemRow, 'id' | 'organisation_id'>,
  step: { action: string; before?: Record<string, unknown>; after: Record<string, unknown> },
): Promise<void> {
  await recordAudit(tx, {
    ...step,
    actor: accountOf(actor),
    subject: { kind: 'catalogue', id: organisation_id },
  });
  await noteRecordChange(tx, { tables: ['catalogue_item'], subjectIds: [id] });
}
