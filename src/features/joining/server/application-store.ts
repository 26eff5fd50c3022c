import { randomUUID } from 'node:crypto';
import type { Insertable, Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { State } from '../state.ts';

function select(db: Db) {
  return db
    .selectFrom('join_application as application')
    .leftJoin('municipality', 'municipality.id', 'application.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('methodology_version as methodology', 'methodology.id', 'application.methodology_id')
    .select([
      'application.id',
      'application.language',
      'application.state',
      'application.municipality_id as municipalityId',
      'municipality.name as municipalityName',
      'municipality.key as municipalityKey',
      'application.place',
      'application.place_note as placeNote',
      'application.name_sq as nameSq',
      'application.name_en as nameEn',
      'application.seat',
      'application.founded',
      'application.registration',
      'application.url',
      'application.work',
      'application.people',
      'application.interests',
      'application.funding',
      'application.contact_name as contactName',
      'application.contact_capacity as contactCapacity',
      'application.contact_capacity_en as contactCapacityEn',
      'application.email',
      'application.methodology_id as methodologyId',
      'methodology.number as methodologyNumber',
      'methodology.key as methodologyKey',
      'application.received_at as receivedAt',
      'application.confirmed_at as confirmedAt',
      'application.decided_at as decidedAt',
      'application.organisation_id as organisationId',
      'organisation.key as organisationKey',
      'application.blanked_at as blankedAt',
      'application.version',
    ]);
}

export function readApplication(db: Db, id: string) {
  return select(db).where('application.id', '=', id).executeTakeFirst();
}

export type Application = NonNullable<Awaited<ReturnType<typeof readApplication>>>;

/** Those of some states, the oldest first where they wait and the newest where they are decided. */
export function readApplications(db: Db, states: readonly State[], order: 'asc' | 'desc', most: number) {
  return db
    .selectFrom('join_application as application')
    .leftJoin('municipality', 'municipality.id', 'application.municipality_id')
    .select([
      'application.id',
      'application.state',
      'application.name_sq as nameSq',
      'application.place',
      'municipality.name as municipalityName',
      'application.received_at as receivedAt',
      'application.decided_at as decidedAt',
    ])
    .where('application.state', 'in', [...states])
    .orderBy('application.received_at', order)
    .orderBy('application.id', order)
    .limit(most)
    .execute();
}

/** @returns the id of what was put in, or of what the same form had put in before */
export async function insertApplication(
  tx: Tx,
  row: Insertable<DB['join_application']> & { once: string },
): Promise<{ id: string; isNew: boolean }> {
  const added = await tx
    .insertInto('join_application')
    .values(row)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { id: added.id, isNew: true };
  const { id } = await tx
    .selectFrom('join_application')
    .select('id')
    .where('once', '=', row.once)
    .executeTakeFirstOrThrow();
  return { id, isNew: false };
}

/** Holds it to the end of the transaction. */
export async function holdApplication(tx: Tx, id: string): Promise<Application | undefined> {
  await tx.selectFrom('join_application').select('id').where('id', '=', id).forUpdate().execute();
  return readApplication(tx, id);
}

export async function changeApplication(
  tx: Tx,
  id: string,
  change: Updateable<DB['join_application']>,
): Promise<void> {
  await tx
    .updateTable('join_application')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export function readMessages(db: Db, applicationId: string) {
  return db
    .selectFrom('join_message')
    .select(['id', 'side', 'text', 'written_at as writtenAt'])
    .where('application_id', '=', applicationId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
}

export async function insertMessage(
  tx: Tx,
  {
    applicationId,
    side,
    text,
    at,
  }: { applicationId: string; side: 'network' | 'applicant'; text: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('join_message')
    .values({ id: randomUUID(), application_id: applicationId, side, text, written_at: at })
    .execute();
}

export function readOrganisations(db: Db) {
  return db.selectFrom('organisation').select(['id', 'key', 'name']).orderBy('key').execute();
}

/** Removes what nobody confirmed by a day. */
export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<void> {
  await tx
    .deleteFrom('join_application')
    .where('state', '=', 'unconfirmed')
    .where('received_at', '<', before)
    .execute();
}

/** Empties what was decided before a day: what stays says that there was one, and no longer of whom. */
export async function blankDecided(tx: Tx, before: Date, now: Date): Promise<string[]> {
  const blank = '';
  const rows = await tx
    .updateTable('join_application')
    .set({
      place: blank,
      place_note: blank,
      name_sq: blank,
      name_en: blank,
      seat: blank,
      founded: blank,
      registration: blank,
      url: blank,
      work: blank,
      people: blank,
      interests: blank,
      funding: blank,
      contact_name: blank,
      contact_capacity: blank,
      contact_capacity_en: blank,
      email: blank,
      blanked_at: now,
    })
    .where('state', 'in', ['accepted', 'declined', 'withdrawn'])
    .where('decided_at', '<', before)
    .where('blanked_at', 'is', null)
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.deleteFrom('join_message').where('application_id', 'in', ids).execute();
  return ids;
}

export async function countOpen(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('join_application')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}
