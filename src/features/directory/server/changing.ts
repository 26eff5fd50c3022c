import { endRolesOf } from '#features/accounts/server/end-roles.ts';
import { localisedOf } from '#features/conclusions/localised.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { notFound } from '#server/errors.ts';
import { changeOf, fieldsOfEntry, type Entry } from '../entry.ts';
import type { EntryCommand } from '../schema.ts';
import type { Subject } from '../subject.ts';
import { referenceFaults } from './references.ts';
import * as store from './store.ts';

export interface Change {
  subject: Subject;
  key: string;
  entry: Entry;
  command: EntryCommand;
  /** The account that changes it. */
  actor: string;
  today: string;
}

type Made = Outcome<{ id: string; key: string } | null>;

/** Changes an entry of the record; what it said before is kept beside it, with the reason. */
export async function changeEntry(tx: Tx, change: Change): Promise<Made> {
  const { subject, key, entry, command, today } = change;
  await store.holdEntry(tx, subject, key);
  const row = await store.readEntryRow(tx, subject, key);
  if (!row) throw notFound(`${subject} ${key}`);
  const before = fieldsOfEntry(subject, row.entry);
  if (row.changes !== command.version) return { kind: 'conflict', theirs: before, theirVersion: row.changes };
  const changed = changeOf(subject, before, fieldsOfEntry(subject, entry));
  if (!changed) return { kind: 'done', value: null };
  if (command.reason === '') {
    return { kind: 'refused', faults: [{ field: 'reason', key: 'directory.fault.reason' }] };
  }
  const faults = await referenceFaults(tx, subject, entry);
  const { name } = entry;
  if (subject === 'administrative_unit' && typeof name === 'string') {
    const { id, municipalityId } = row;
    if (await store.isUnitNamed(tx, { id, municipalityId, name })) {
      faults.push({ field: 'name', key: 'directory.fault.unit-there', values: { name } });
    }
  }
  if (faults.length > 0) return { kind: 'refused', faults };
  await store.updateEntry(tx, subject, row.id, entry);
  await followUp(tx, change, row);
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
      before: JSON.stringify(changed.before),
      after: JSON.stringify(changed.after),
      reason: JSON.stringify(localisedOf({ sq: command.reason, en: command.reasonEn })),
    })
    .execute();
  await cite(tx, `work/directory/${changeKey}`, today, [{ id, kind: 'directory_change' }]);
  const tables = [subject, 'directory_change', 'source'];
  const place = subject === 'administrative_unit' ? row.municipalityId : null;
  await noteRecordChange(tx, place === null ? { tables } : { tables, municipalityIds: [place] });
  return { kind: 'done', value: { id: row.id, key } };
}

/** What a change brings with it: the end of a membership ends what its people may do, and a place is found by its old name. */
async function followUp(
  tx: Tx,
  { subject, entry, command, actor, today }: Change,
  before: store.Row,
): Promise<void> {
  const { until, name } = entry;
  if (subject === 'membership' && typeof until === 'string') {
    const left = await store.readMembershipLeft(tx, before.id, until);
    if (!left || left.isMember) return;
    const { organisationId } = left;
    await endRolesOf(tx, { organisationId, until, today, actor, reason: command.reason });
  }
  const earlier = before.entry['name'];
  if (subject === 'administrative_unit' && typeof earlier === 'string' && earlier !== name) {
    await store.keepName(tx, before.id, earlier);
  }
}

export async function addEntry(tx: Tx, subject: Subject, entry: Entry, today: string): Promise<Made> {
  const faults = await referenceFaults(tx, subject, entry);
  if (faults.length > 0) return { kind: 'refused', faults };
  const base = await baseOf(tx, subject, entry);
  let key = base;
  for (let number = 2; await store.isKeyTaken(tx, subject, key); number += 1) key = `${base}-${number}`;
  const id = idOf(subject, key);
  await store.insertEntry(tx, subject, { id, key }, entry);
  await cite(tx, `work/directory/${subject.replaceAll('_', '-')}/${key}`, today, [{ id, kind: subject }]);
  await noteRecordChange(tx, { tables: [subject, 'source'] });
  return { kind: 'done', value: { id, key } };
}

/** What an entry's key begins with: its donor's, then what it is called, or what was funded. */
async function baseOf(tx: Tx, subject: Subject, entry: Entry): Promise<string> {
  const { name } = entry;
  const said = name !== null && typeof name === 'object' ? (name?.['sq'] ?? '') : '';
  const { donor, work } = await store.readKeyParts(tx, entry);
  const own = work?.replaceAll('/', '-') ?? slugOf(said);
  const end = own.slice(0, 60).replace(/-$/, '') || subject.replaceAll('_', '-');
  return donor === null ? end : `${donor}/${end}`;
}

function cite(tx: Tx, key: string, today: string, subjectsOf: readonly { id: string; kind: string }[]) {
  const t = translator(defaultLanguage);
  return citeWork(
    tx,
    { key, title: t('directory.source'), publisher: t('site.name'), publishedOn: today },
    subjectsOf,
  );
}
