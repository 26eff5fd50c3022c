import { sql } from 'kysely';
import type { FieldFault } from '#forms/form.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Entry } from '../entry.ts';
import { fieldsOfSubject, type Subject } from '../subject.ts';
import { readNames, type EntryName } from './names-store.ts';

/** What each field of a kind of entry can point to, by the field's name. */
export async function optionsOf(
  db: Db,
  subject: Subject,
  entry: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, EntryName[]>>> {
  const lists = fieldsOfSubject[subject].flatMap((field) => {
    if (field.kind !== 'reference') return [];
    const now = entry[field.name];
    const chosen = typeof now === 'string' ? now : null;
    return [readNames(db, field.to, { chosen }).then((names) => [field.name, names] as const)];
  });
  return Object.fromEntries(await Promise.all(lists));
}

/** Fields that point to what is not there, and a programme that is another donor's. */
export async function referenceFaults(tx: Tx, subject: Subject, entry: Entry): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const field of fieldsOfSubject[subject]) {
    const id = entry[field.name];
    if (field.kind !== 'reference' || typeof id !== 'string') continue;
    const { rows } = await sql`SELECT FROM ${sql.table(field.to)} WHERE id = ${id}::uuid`.execute(tx);
    if (rows.length === 0) faults.push({ field: field.name, key: 'form.fault.choice' });
  }
  const { programme_id: programme, donor_id: donor } = entry;
  if (faults.length === 0 && typeof programme === 'string' && typeof donor === 'string') {
    const owner = await tx
      .selectFrom('grant_programme')
      .select('donor_id')
      .where('id', '=', programme)
      .executeTakeFirst();
    if (owner?.donor_id !== donor) faults.push({ field: 'programme_id', key: 'directory.fault.programme' });
  }
  return faults;
}
