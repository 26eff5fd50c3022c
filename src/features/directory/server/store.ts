import { sql } from 'kysely';
import type { Fields } from '#forms/form.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Entry } from '../entry.ts';
import { fieldsOfSubject, fundedKinds, type Subject } from '../subject.ts';

export interface Row {
  id: string;
  key: string;
  /** As the form's fields are named after: one property a column. */
  entry: Readonly<Record<string, unknown>>;
  /** Where an administrative unit or a membership is. */
  municipalityId: string | null;
  /** Changes that were made of it. */
  changes: number;
}

function columns(subject: Subject) {
  return sql.join(fieldsOfSubject[subject].map(({ name }) => sql.ref(name)));
}

const placed: readonly Subject[] = ['administrative_unit', 'membership'];

/** An entry by its key, with the number of its changes. */
export async function readEntryRow(db: Db, subject: Subject, key: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT id, key, (SELECT to_jsonb(own) FROM (SELECT ${columns(subject)}) own) AS entry,
      ${placed.includes(subject) ? sql`municipality_id` : sql`NULL`} AS "municipalityId",
      (SELECT count(*)::int FROM directory_change
        WHERE subject = ${subject} AND subject_key = ${sql.table(subject)}.key) AS changes
    FROM ${sql.table(subject)} WHERE key = ${key}`.execute(db);
  return rows[0];
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

/** What the key of an entry is made of: its donor's key, and of a funded work the key of what was funded. */
export async function readKeyParts(
  tx: Tx,
  entry: Entry,
): Promise<{ donor: string | null; work: string | null }> {
  const of = (name: string) => {
    const id = entry[name];
    return typeof id === 'string' ? id : null;
  };
  const [event, round, report, publication] = fundedKinds.map(of);
  const { rows } = await sql<{ donor: string | null; work: string | null }>`
    SELECT (SELECT key FROM donor WHERE id = ${of('donor_id')}::uuid) AS donor,
      coalesce((SELECT key FROM event WHERE id = ${event}::uuid), (SELECT key FROM round WHERE id = ${round}::uuid),
        (SELECT key FROM monitoring_report WHERE id = ${report}::uuid),
        (SELECT key FROM publication WHERE id = ${publication}::uuid)) AS work`.execute(tx);
  return rows[0] ?? { donor: null, work: null };
}

/** What was changed of an entry, the newest first. */
export function readChanges(db: Db, subject: Subject, key: string) {
  return db
    .selectFrom('directory_change')
    .select((eb) => [
      'key',
      'changed_on as changedOn',
      'reason',
      eb.ref('before').$castTo<Fields>().as('before'),
      eb.ref('after').$castTo<Fields>().as('after'),
    ])
    .where('subject', '=', subject)
    .where('subject_key', '=', key)
    .orderBy('number', 'desc')
    .execute();
}

/** The name that an administrative unit had stays findable beside the one it has. */
export async function keepName(tx: Tx, unitId: string, name: string): Promise<void> {
  await sql`UPDATE administrative_unit SET aliases = array_append(aliases, ${name})
    WHERE id = ${unitId} AND NOT ${name} = any(aliases)`.execute(tx);
}

/** Whether another administrative unit of a municipality is called so, or was. */
export async function isUnitNamed(
  tx: Tx,
  { id, municipalityId, name }: { id: string; municipalityId: string | null; name: string },
): Promise<boolean> {
  const { rows } = await sql`SELECT FROM administrative_unit
    WHERE municipality_id = ${municipalityId}::uuid AND id <> ${id} AND lower(name) = lower(${name})`.execute(
    tx,
  );
  return rows.length > 0;
}

/** The organisation of a membership, and whether it is a member anywhere after a day. */
export async function readMembershipLeft(tx: Tx, membershipId: string, day: string) {
  const { rows } = await sql<{ organisationId: string; isMember: boolean }>`
    SELECT organisation_id AS "organisationId", EXISTS (
      SELECT FROM membership other WHERE other.organisation_id = membership.organisation_id
        AND CASE WHEN length(other.until) = 10 THEN other.until > ${day}
          ELSE coalesce(other.until >= left(${day}, length(other.until)), true) END
    ) AS "isMember"
    FROM membership WHERE id = ${membershipId}`.execute(tx);
  return rows[0];
}
