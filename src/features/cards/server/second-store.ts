import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** The next card of the sample that waits for its second entry and was not entered by this person. */
export function readNextDue(db: Db, sessionId: string, every: number, accountId: string) {
  return db
    .selectFrom('card')
    .select(['card.id', 'card.number'])
    .where('card.session_id', '=', sessionId)
    .where(sql<boolean>`card.number % ${every} = 0`)
    .where((eb) => eb.or([eb('card.entered_by', 'is', null), eb('card.entered_by', '<>', accountId)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('card_second_entry as second')
            .whereRef('second.municipality_id', '=', 'card.municipality_id')
            .whereRef('second.card_id', '=', 'card.id')
            .select('second.card_id'),
        ),
      ),
    )
    .orderBy('card.number')
    .limit(1)
    .executeTakeFirst();
}

/** A card held for the rest of the transaction. */
export function holdCard(db: Db, municipalityId: string, id: string) {
  return db
    .selectFrom('card')
    .select(['id', 'session_id as sessionId', 'number', 'scores', 'entered_by as enteredBy', 'version'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function readSecondEntry(db: Db, municipalityId: string, cardId: string) {
  return db
    .selectFrom('card_second_entry')
    .select([
      'first_scores as first',
      'second_scores as second',
      'entered_by as enteredBy',
      'settled_at as settledAt',
    ])
    .where('municipality_id', '=', municipalityId)
    .where('card_id', '=', cardId)
    .executeTakeFirst();
}

export async function insertSecondEntry(
  db: Db,
  entry: {
    municipalityId: string;
    cardId: string;
    first: (number | null)[];
    second: (number | null)[];
    enteredBy: string;
    enteredAt: Date;
    settledAt: Date | null;
  },
): Promise<void> {
  await db
    .insertInto('card_second_entry')
    .values({
      municipality_id: entry.municipalityId,
      card_id: entry.cardId,
      first_scores: entry.first,
      second_scores: entry.second,
      entered_by: entry.enteredBy,
      entered_at: entry.enteredAt,
      settled_at: entry.settledAt,
    })
    .execute();
}

/** Every pair of entries of a session's cards. */
export function readPairs(db: Db, sessionId: string) {
  return db
    .selectFrom('card_second_entry as second')
    .innerJoin('card', (join) =>
      join
        .onRef('card.municipality_id', '=', 'second.municipality_id')
        .onRef('card.id', '=', 'second.card_id'),
    )
    .select([
      'card.id',
      'card.number',
      'second.first_scores as first',
      'second.second_scores as second',
      'second.settled_at as settledAt',
    ])
    .where('card.session_id', '=', sessionId)
    .orderBy('card.number')
    .execute();
}

/** Every pair of entries on one edition, over all sessions. */
export function readPairsOfForm(db: Db, formId: string) {
  return db
    .selectFrom('card_second_entry as second')
    .innerJoin('card', (join) =>
      join
        .onRef('card.municipality_id', '=', 'second.municipality_id')
        .onRef('card.id', '=', 'second.card_id'),
    )
    .select(['second.first_scores as first', 'second.second_scores as second'])
    .where('card.form_id', '=', formId)
    .execute();
}

export async function settleEntry(
  db: Db,
  municipalityId: string,
  cardId: string,
  settled: { scores: (number | null)[]; by: string; at: Date },
): Promise<void> {
  await db
    .updateTable('card_second_entry')
    .set({ settled_by: settled.by, settled_at: settled.at })
    .where('municipality_id', '=', municipalityId)
    .where('card_id', '=', cardId)
    .execute();
  await db
    .updateTable('card')
    .set({ scores: settled.scores, version: sql<number>`version + 1` })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', cardId)
    .execute();
}
