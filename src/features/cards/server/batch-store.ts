import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** A session with the form that its cards are on, where one was chosen. */
export function readSession(db: Db, id: string) {
  return db
    .selectFrom('listening_session as session')
    .innerJoin('municipality', 'municipality.id', 'session.municipality_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'session.unit_id')
    .leftJoin('card_batch as batch', 'batch.session_id', 'session.id')
    .select([
      'session.id',
      'session.municipality_id as municipalityId',
      'municipality.name as municipality',
      'municipality.key as municipalityKey',
      'session.mandate_id as mandateId',
      'session.kind',
      'session.held_on as heldOn',
      'session.place',
      'session.state',
      'session.unit_id as unitId',
      'unit.name as unit',
      'batch.form_id as formId',
      'batch.second_every as secondEvery',
      'batch.top_issues as topIssues',
      'batch.version',
    ])
    .where('session.id', '=', id)
    .executeTakeFirst();
}

/** Sessions of some municipalities, or of all, newest first, with how many cards each has. */
export function readSessions(db: Db, municipalityIds: 'all' | readonly string[], limit: number) {
  return db
    .selectFrom('listening_session as session')
    .innerJoin('municipality', 'municipality.id', 'session.municipality_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'session.unit_id')
    .leftJoin('card_batch as batch', 'batch.session_id', 'session.id')
    .select((eb) => [
      'session.id',
      'session.municipality_id as municipalityId',
      'municipality.name as municipality',
      'municipality.key as municipalityKey',
      'session.kind',
      'session.held_on as heldOn',
      'session.place',
      'unit.name as unit',
      'batch.form_id as formId',
      eb
        .selectFrom('card')
        .whereRef('card.session_id', '=', 'session.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('cards'),
    ])
    .where('session.state', '<>', 'cancelled')
    .where('session.kind', '<>', 'questionnaire')
    .$if(municipalityIds !== 'all', (query) =>
      query.where('session.municipality_id', 'in', municipalityIds === 'all' ? [] : [...municipalityIds]),
    )
    .orderBy('session.held_on', 'desc')
    .orderBy('session.id')
    .limit(limit)
    .execute();
}

export function readUnits(db: Db, municipalityId: string) {
  return db
    .selectFrom('administrative_unit')
    .select(['id', 'key', 'name'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('name')
    .execute();
}

export async function insertBatch(
  db: Db,
  batch: { sessionId: string; municipalityId: string; formId: string; secondEvery: number },
): Promise<boolean> {
  const row = await db
    .insertInto('card_batch')
    .values({
      session_id: batch.sessionId,
      municipality_id: batch.municipalityId,
      form_id: batch.formId,
      second_every: batch.secondEvery,
    })
    .onConflict((conflict) => conflict.column('session_id').doNothing())
    .returning('session_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateBatch(
  db: Db,
  sessionId: string,
  version: number,
  changed: { form_id?: string; second_every?: number; top_issues?: number[] },
): Promise<boolean> {
  const row = await db
    .updateTable('card_batch')
    .set({ ...changed, version: sql<number>`version + 1` })
    .where('session_id', '=', sessionId)
    .where('version', '=', version)
    .returning('session_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds a session's batch against a change of its form. */
export async function holdBatch(db: Db, sessionId: string): Promise<void> {
  await db
    .selectFrom('card_batch')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .forUpdate()
    .execute();
}
