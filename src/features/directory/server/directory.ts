import { organisationsOf, type Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { fieldsOfEntry, readEntry } from '../entry.ts';
import { keepsDirectory, mayAddEntry, mayChangeEntry, worksOnDirectory } from '../policy.ts';
import type { EntryCommand } from '../schema.ts';
import { isSubject, subjects, type Subject } from '../subject.ts';
import { addEntry, changeEntry } from './changing.ts';
import { readNames, type EntryName } from './names-store.ts';
import { listPlaces, readPlace } from './places.ts';
import { optionsOf } from './references.ts';
import * as store from './store.ts';

/** The entries that someone keeps: a member its own organisation and its places, coordinators all. @throws forbidden */
export async function listDirectory(app: App, actor: Actor) {
  if (!worksOnDirectory(actor)) throw new DomainError('forbidden', 'directory');
  const keepsAll = keepsDirectory(actor);
  const ids = keepsAll ? 'all' : organisationsOf(actor, 'editor');
  const entries = await Promise.all(
    subjects.flatMap((subject) => {
      if (subject === 'administrative_unit' || (!keepsAll && subject !== 'organisation')) return [];
      const mayAdd = mayAddEntry(actor, subject);
      return [readNames(app.db, subject, { ids }).then((names) => ({ subject, entries: names, mayAdd }))];
    }),
  );
  return { entries, places: await listPlaces(app, actor) };
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
  if (!row || !mayChangeEntry(actor, { subject, id: row.id, municipalityId: row.municipalityId })) {
    throw notFound(`${subject} ${key}`);
  }
  return { subject, row };
}

/** How the entry of a row is called; an administrative unit by its own name. */
async function nameOf(db: Db, subject: Subject, row: store.Row): Promise<EntryName | undefined> {
  const { id, key, entry } = row;
  if (subject !== 'administrative_unit') return (await readNames(db, subject, { ids: [id] }))[0];
  const name = entry['name'];
  return { id, key, name: { sq: typeof name === 'string' ? name : key }, beside: null, until: null };
}

export async function showEntry(app: App, actor: Actor, address: { subject: string; key: string }) {
  const { subject, row } = await entryToWrite(app.db, actor, address);
  const isUnit = subject === 'administrative_unit';
  const [options, changes, name, place] = await Promise.all([
    optionsOf(app.db, subject, row?.entry ?? {}),
    row ? store.readChanges(app.db, subject, row.key) : [],
    row ? nameOf(app.db, subject, row) : undefined,
    isUnit && row?.municipalityId ? readPlace(app.db, row.municipalityId) : undefined,
  ]);
  return {
    subject,
    name: name ?? null,
    /** The municipality of an administrative unit. */
    place: place ?? null,
    isNew: row === undefined,
    fields: row ? fieldsOfEntry(subject, row.entry) : {},
    version: row?.changes ?? 0,
    options,
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
  const { entry } = read;
  const today = dayOf(app.clock());
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const made = row
      ? await changeEntry(tx, { subject, key: row.key, entry, command, actor: account, today })
      : await addEntry(tx, subject, entry, today);
    if (made.kind !== 'done') return made;
    if (made.value === null) return { kind: 'done', value: null };
    await recordAudit(tx, {
      actor: account,
      action: row ? 'change' : 'add',
      subject: { kind: 'directory', id: made.value.id },
      after: { subject, key: made.value.key },
      ...(row?.municipalityId ? { municipalityId: row.municipalityId } : {}),
      ...(command.reason === '' ? {} : { reason: command.reason }),
    });
    return { kind: 'done', value: null };
  });
}
