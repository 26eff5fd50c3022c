import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

export interface Question {
  municipalityId: string;
  priorityId: string;
  roundId: string;
}

/** What one person answered. */
export function readView(db: Db, { municipalityId, priorityId, roundId }: Question, person: string) {
  return db
    .selectFrom('resident_view')
    .select([
      'id',
      'answer',
      'unit_id as unitId',
      'sentence',
      'original_sha256 as photo',
      'copy_sha256 as copy',
      'moderation',
      'moderation_note as note',
      'moderated_by as moderatedBy',
    ])
    .where('municipality_id', '=', municipalityId)
    .where('priority_id', '=', priorityId)
    .where('round_id', '=', roundId)
    .where('person_sha256', '=', person)
    .executeTakeFirst();
}

export type OwnView = NonNullable<Awaited<ReturnType<typeof readView>>>;

/** Writes down what a person answers, in place of what they answered before. */
export async function putView(tx: Tx, row: Insertable<DB['resident_view']>): Promise<void> {
  const { id: _, municipality_id, priority_id, round_id, person_sha256, ...answered } = row;
  await tx
    .insertInto('resident_view')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'priority_id', 'round_id', 'person_sha256'])
        .doUpdateSet((eb) => ({ ...answered, version: eb('resident_view.version', '+', 1) })),
    )
    .execute();
}

export async function dropView(tx: Tx, { municipalityId, priorityId, roundId }: Question, person: string) {
  await tx
    .deleteFrom('resident_view')
    .where('municipality_id', '=', municipalityId)
    .where('priority_id', '=', priorityId)
    .where('round_id', '=', roundId)
    .where('person_sha256', '=', person)
    .execute();
}

/** How many gave each answer to a priority when last counted, by round and by the unit where they live. */
export function readCounts(db: Db, municipalityId: string, priorityId: string) {
  return db
    .selectFrom('resident_view_count as counted')
    .leftJoin('administrative_unit as unit', 'unit.key', 'counted.unit')
    .select(['counted.round_id as roundId', 'unit.name as unit', 'counted.answer', 'counted.n'])
    .where('counted.municipality_id', '=', municipalityId)
    .where('counted.priority_id', '=', priorityId)
    .orderBy('unit.name')
    .execute();
}

/** What residents wrote and photographed, as far as an editor lets it be seen; the newest first. */
export function readShown(db: Db, municipalityId: string, priorityId: string, most: number) {
  return db
    .selectFrom('resident_view')
    .select(['id', 'round_id as roundId', 'answer', 'sentence', 'language', 'copy_sha256 as photo'])
    .where('municipality_id', '=', municipalityId)
    .where('priority_id', '=', priorityId)
    .where('moderation', '=', 'shown')
    .orderBy('answered_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Where an account has answered, and whether its words were shown; the answers are gone with it. */
export function dropViewsOf(tx: Tx, accountId: string) {
  return tx
    .deleteFrom('resident_view')
    .where('account_id', '=', accountId)
    .returning(['municipality_id as municipalityId', 'moderation'])
    .execute();
}
