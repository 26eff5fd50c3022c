import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Entry } from '../entry.ts';
import { fieldsOfSubject, type Subject } from '../subject.ts';

export interface Row {
  id: string;
  key: string;
  /** As the form's fields are named after: one property a column. */
  entry: Readonly<Record<string, unknown>>;
  /** Changes that were made of it. */
  changes: number;
}

function columns(subject: Subject) {
  return sql.join(fieldsOfSubject[subject].map(({ name }) => sql.ref(name)));
}

/** An entry by its key, with the number of its changes. */
export async function readEntryRow(db: Db, subject: Subject, key: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT id, key, (SELECT to_jsonb(own) FROM (SELECT ${columns(subject)}) own) AS entry,
      (SELECT count(*)::int FROM directory_change
        WHERE subject = ${subject} AND subject_key = ${sql.table(subject)}.key) AS changes
    FROM ${sql.table(subject)} WHERE key = ${key}`.execute(db);
  return rows[0];
}

/** Names of every entry of a kind, in the order of keys. */
export async function readEntryNames(db: Db, subject: Subject, ids: 'all' | readonly string[]) {
  const { rows } = await sql<{ id: string; key: string; name: Localised }>`
    SELECT id, key, name FROM ${sql.table(subject)}
    WHERE ${ids === 'all' ? sql`true` : sql`id = any(${ids}::uuid[])`} ORDER BY key`.execute(db);
  return rows;
}

function valuesOf(entry: Entry) {
  return JSON.stringify(entry);
}

export async function updateEntry(tx: Tx, subject: Subject, id: string, entry: Entry): Promise<void> {
  await sql`
    UPDATE ${sql.table(subject)} SET (${columns(subject)}) =
      (SELECT ${columns(subject)} FROM jsonb_populate_record(NULL::${sql.table(subject)}, ${valuesOf(entry)}::jsonb))
    WHERE id = ${id}`.execute(tx);
}

export async function insertEntry(
  tx: Tx,
  subject: Subject,
  { id, key }: { id: string; key: string },
  entry: Entry,
): Promise<void> {
  await sql`
    INSERT INTO ${sql.table(subject)} (id, key, ${columns(subject)})
    SELECT ${id}::uuid, ${key}, ${columns(subject)}
    FROM jsonb_populate_record(NULL::${sql.table(subject)}, ${valuesOf(entry)}::jsonb)`.execute(tx);
}

/** One after the other: whoever changes an entry waits here for whoever does at this moment. */
export async function holdEntry(tx: Tx, subject: Subject, key: string): Promise<void> {
  await sql`SELECT FROM ${sql.table(subject)} WHERE key = ${key} FOR UPDATE`.execute(tx);
}

export async function isKeyTaken(tx: Tx, subject: Subject, key: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM ${sql.table(subject)} WHERE key = ${key}`.execute(tx);
  return rows.length > 0;
}

export function readDonorKey(db: Db, id: string) {
  return db.selectFrom('donor').select('key').where('id', '=', id).executeTakeFirst();
}

/** What was changed of an entry, the newest first. */
export function readChanges(db: Db, subject: Subject, key: string) {
  return db
    .selectFrom('directory_change')
    .select(['key', 'changed_on as changedOn', 'reason', 'before', 'after'])
    .where('subject', '=', subject)
    .where('subject_key', '=', key)
    .orderBy('number', 'desc')
    .execute();
}
