import { organisationsOf, type Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { changeOf, fieldsOfEntry, readEntry, type Entry } from '../entry.ts';
import { keepsDirectory, mayAddEntry, mayChangeEntry, worksOnDirectory } from '../policy.ts';
import type { EntryCommand } from '../schema.ts';
import { isSubject, subjects, type Subject } from '../subject.ts';
import * as store from './store.ts';

/** The entries that someone keeps: a member its own organisation, coordinators all. @throws forbidden */
export async function listDirectory(app: App, actor: Actor) {
  if (!worksOnDirectory(actor)) throw new DomainError('forbidden', 'directory');
  const keepsAll = keepsDirectory(actor);
  const shown = keepsAll ? subjects : (['organisation'] as const);
  const ids = keepsAll ? 'all' : organisationsOf(actor, 'editor');
  return Promise.all(
    shown.map(async (subject) => ({
      subject,
      entries: await store.readEntryNames(app.db, subject, ids),
      mayAdd: mayAddEntry(actor, subject),
    })),
  );
}

/** What an address names: a kind of entry and one of them, or a new one. @throws not-found for whose it is not */
export async function entryToWrite(db: Db, actor: Actor, { subject, key }: { subject: string; key: string }) {
  if (!isSubject(subject)) throw notFound(subject);
  if (key === 'new') {
    if (!mayAddEntry(actor, subject)) throw notFound(`new ${subject}`);
    return { subject, row: undefined };
  }
  // A key of several parts stands in an address with a tilde for its stroke.
  const row = await store.readEntryRow(db, subject, key.replaceAll('~', '/'));
  if (!row || !mayChangeEntry(actor, subject, row.id)) throw notFound(`${subject} ${key}`);
  return { subject, row };
}

export async function showEntry(app: App, actor: Actor, address: { subject: string; key: string }) {
  const { subject, row } = await entryToWrite(app.db, actor, address);
  const [donors, changes] = await Promise.all([
    subject === 'grant_programme' ? store.readEntryNames(app.db, 'donor', 'all') : [],
    row ? store.readChanges(app.db, subject, row.key) : [],
  ]);
  return {
    subject,
    isNew: row === undefined,
    fields: row ? fieldsOfEntry(subject, row.entry) : {},
    version: row?.changes ?? 0,
    donors,
    changes,
  };
}

export type EntryPage = Awaited<ReturnType<typeof showEntry>>;

/** Puts an entry into the record, or changes one: what it said before stays readable, with the reason of the change. */
export async function writeEntry(
  app: App,
  actor: Actor,
  address: { subject: string; key: string },
  command: EntryCommand,
  typed: Fields,
): Promise<Outcome<null>> {
  const { subject, row } = await entryToWrite(app.db, actor, address);
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'directory');
  const account = actor.id;
  const read = readEntry(subject, typed);
  if ('faults' in read) return { kind: 'refused', faults: read.faults };
  const today = dayOf(app.clock());
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const made = row
      ? await changeEntry(tx, { subject, key: row.key, entry: read.entry, command, today })
      : await addEntry(tx, subject, read.entry, today);
    if (made.kind !== 'done' || made.value === null)
      return made.kind === 'done' ? { kind: 'done', value: null } : made;
    await recordAudit(tx, {
      actor: account,
      action: row ? 'change' : 'add',
      subject: { kind: 'directory', id: made.value.id },
      after: { subject, key: made.value.key },
      ...(command.reason === '' ? {} : { reason: command.reason }),
    });
    return { kind: 'done', value: null };
  });
}

interface Change {
  subject: Subject;
  key: string;
  entry: Entry;
  command: EntryCommand;
  today: string;
}

type Made = Outcome<{ id: string; key: string } | null>;

async function changeEntry(tx: Tx, { subject, key, entry, command, today }: Change): Promise<Made> {
  await store.holdEntry(tx, subject, key);
  const row = await store.readEntryRow(tx, subject, key);
  if (!row) throw notFound(`${subject} ${key}`);
  const before = fieldsOfEntry(subject, row.entry);
  if (row.changes !== command.version) return { kind: 'conflict', theirs: before, theirVersion: row.changes };
  const change = changeOf(subject, before, fieldsOfEntry(subject, entry));
  if (!change) return { kind: 'done', value: null };
  if (command.reason === '') {
    return { kind: 'refused', faults: [{ field: 'reason', key: 'directory.fault.reason' }] };
  }
  const donor = await donorFault(tx, subject, entry);
  if (donor) return donor;
  await store.updateEntry(tx, subject, row.id, entry);
  const number = row.changes + 1;
  const changeKey = `${subject}/${key}/${number}`.replaceAll('_', '-');
  const id = idOf('directory_change', changeKey);
  await tx
    .insertInto('directory_change')
    .values({
      id,
      key: changeKey,
      subject,
      subject_key: key,
      number,
      changed_on: today,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      reason: JSON.stringify({ [defaultLanguage]: command.reason }),
    })
    .execute();
  await cite(tx, `work/directory/${changeKey}`, today, [{ id, kind: 'directory_change' }]);
  await noteRecordChange(tx, { tables: [subject, 'directory_change', 'source'] });
  return { kind: 'done', value: { id: row.id, key } };
}

async function addEntry(tx: Tx, subject: Subject, entry: Entry, today: string): Promise<Made> {
  const donor = await donorFault(tx, subject, entry);
  if (donor) return donor;
  const { name, donor_id: donorId } = entry;
  const said = name !== null && typeof name === 'object' ? (name?.['sq'] ?? '') : '';
  const base = slugOf(said).slice(0, 60).replace(/-$/, '') || subject.replaceAll('_', '-');
  const of = typeof donorId === 'string' ? await store.readDonorKey(tx, donorId) : undefined;
  let key = '';
  for (let number = 1; key === '' || (await store.isKeyTaken(tx, subject, key)); number += 1) {
    key = `${of ? `${of.key}/` : ''}${base}${number === 1 ? '' : `-${number}`}`;
  }
  const id = idOf(subject, key);
  await store.insertEntry(tx, subject, { id, key }, entry);
  await cite(tx, `work/directory/${subject.replaceAll('_', '-')}/${key}`, today, [{ id, kind: subject }]);
  await noteRecordChange(tx, { tables: [subject, 'source'] });
  return { kind: 'done', value: { id, key } };
}

async function donorFault(tx: Tx, subject: Subject, { donor_id: id }: Entry): Promise<Made | undefined> {
  if (subject !== 'grant_programme') return undefined;
  const donor = typeof id === 'string' ? await store.readDonorKey(tx, id) : undefined;
  return donor ? undefined : { kind: 'refused', faults: [{ field: 'donor_id', key: 'form.fault.choice' }] };
}

function cite(tx: Tx, key: string, today: string, subjectsOf: readonly { id: string; kind: string }[]) {
  const t = translator(defaultLanguage);
  return citeWork(
    tx,
    { key, title: t('directory.source'), publisher: t('site.name'), publishedOn: today },
    subjectsOf,
  );
}
