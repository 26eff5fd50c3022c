import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { AgeBand, Sex } from '../person.ts';

export interface CardRow {
  id: string;
  municipalityId: string;
  sessionId: string;
  formId: string;
  number: number;
  unitId: string | null;
  sex: Sex | null;
  ageBand: AgeBand | null;
  scores: (number | null)[];
}

/** @returns whether it was put in; not where its id or its number is there already. */
export async function insertCard(
  db: Db,
  card: CardRow & { enteredBy: string; enteredAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('card')
    .values({
      id: card.id,
      municipality_id: card.municipalityId,
      session_id: card.sessionId,
      form_id: card.formId,
      number: card.number,
      unit_id: card.unitId,
      sex: card.sex,
      age_band: card.ageBand,
      scores: card.scores,
      entered_by: card.enteredBy,
      entered_at: card.enteredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export function readCard(db: Db, municipalityId: string, id: string) {
  return db
    .selectFrom('card')
    .leftJoin('card_second_entry as second', (join) =>
      join
        .onRef('second.municipality_id', '=', 'card.municipality_id')
        .onRef('second.card_id', '=', 'card.id'),
    )
    .select([
      'card.id',
      'card.session_id as sessionId',
      'card.number',
      'card.unit_id as unitId',
      'card.sex',
      'card.age_band as ageBand',
      'card.scores',
      'card.entered_by as enteredBy',
      'card.version',
      'second.card_id as secondId',
      'second.settled_at as settledAt',
    ])
    .where('card.municipality_id', '=', municipalityId)
    .where('card.id', '=', id)
    .executeTakeFirst();
}

export async function isNumberTaken(db: Db, sessionId: string, number: number, besides: string) {
  const row = await db
    .selectFrom('card')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('number', '=', number)
    .where('id', '<>', besides)
    .executeTakeFirst();
  return row !== undefined;
}

/** The first number from one on that no card of the session has. */
export async function freeNumberFrom(db: Db, sessionId: string, from: number): Promise<number> {
  const rows = await db
    .selectFrom('card')
    .select('number')
    .where('session_id', '=', sessionId)
    .where('number', '>=', from)
    .orderBy('number')
    .execute();
  let free = from;
  for (const { number } of rows) if (number === free) free += 1;
  return free;
}

/** What the next card begins from: the last one that this person entered in the session. */
export function readLastOf(db: Db, sessionId: string, accountId: string) {
  return db
    .selectFrom('card')
    .select(['number', 'unit_id as unitId', 'sex', 'age_band as ageBand'])
    .where('session_id', '=', sessionId)
    .where('entered_by', '=', accountId)
    .orderBy('entered_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function readNumbers(db: Db, sessionId: string) {
  return db
    .selectFrom('card')
    .leftJoin('card_second_entry as second', (join) =>
      join
        .onRef('second.municipality_id', '=', 'card.municipality_id')
        .onRef('second.card_id', '=', 'card.id'),
    )
    .select([
      'card.id',
      'card.number',
      'card.entered_by as enteredBy',
      'second.card_id as secondId',
      'second.settled_at as settledAt',
    ])
    .where('card.session_id', '=', sessionId)
    .orderBy('card.number')
    .execute();
}

/** Every card of a session with all that it says. */
export function readCardsOf(db: Db, sessionId: string) {
  return db
    .selectFrom('card')
    .select(['number', 'unit_id as unit', 'sex', 'age_band as ageBand', 'scores'])
    .where('session_id', '=', sessionId)
    .execute();
}

/** @returns whether it was still of the version that the person began from. */
export async function updateCard(db: Db, card: Omit<CardRow, 'sessionId' | 'formId'> & { version: number }) {
  const row = await db
    .updateTable('card')
    .set({
      number: card.number,
      unit_id: card.unitId,
      sex: card.sex,
      age_band: card.ageBand,
      scores: card.scores,
      version: sql<number>`version + 1`,
    })
    .where('municipality_id', '=', card.municipalityId)
    .where('id', '=', card.id)
    .where('version', '=', card.version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteCard(db: Db, municipalityId: string, id: string): Promise<void> {
  await db.deleteFrom('card').where('municipality_id', '=', municipalityId).where('id', '=', id).execute();
}
