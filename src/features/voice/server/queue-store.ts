import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Moderation } from '../answer.ts';

function selectViews(db: Db) {
  return db
    .selectFrom('resident_view as view')
    .innerJoin('municipality', 'municipality.id', 'view.municipality_id')
    .innerJoin('priority', 'priority.id', 'view.priority_id')
    .innerJoin('round', 'round.id', 'view.round_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'view.unit_id')
    .select([
      'view.id',
      'view.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'priority.key as priorityKey',
      'priority.statement',
      'round.key as round',
      'unit.name as unit',
      'view.answer',
      'view.sentence',
      'view.language',
      'view.copy_sha256 as photo',
      'view.moderation',
      'view.moderation_note as note',
      'view.answered_at as answeredAt',
      'view.version',
    ]);
}

/** What waits, or was decided, in some municipalities: the oldest first. */
export function readQueue(
  db: Db,
  municipalityIds: 'all' | readonly string[],
  { state, after, most }: { state: Moderation; after: { at: string; id: string } | undefined; most: number },
) {
  return selectViews(db)
    .where('view.moderation', '=', state)
    .$if(municipalityIds !== 'all', (query) =>
      query.where(anyOf('view.municipality_id', municipalityIds === 'all' ? [] : municipalityIds)),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(view.answered_at, view.id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('view.answered_at')
    .orderBy('view.id')
    .limit(most)
    .execute();
}

export function readQueued(db: Db, municipalityId: string, id: string) {
  return selectViews(db)
    .where('view.municipality_id', '=', municipalityId)
    .where('view.id', '=', id)
    .where('view.moderation', '<>', 'none')
    .executeTakeFirst();
}

/** @returns whether it was still as the editor saw it */
export async function writeVerdict(
  tx: Tx,
  { municipalityId, id, version }: { municipalityId: string; id: string; version: number },
  { verdict, note, by }: { verdict: 'shown' | 'withheld'; note: string; by: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('resident_view')
    .set((eb) => ({
      moderation: verdict,
      moderation_note: note,
      moderated_by: by,
      version: eb('version', '+', 1),
    }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('moderation', '<>', 'none')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many wait in each municipality. */
export function countWaiting(db: Db, municipalityIds: readonly string[]) {
  return db
    .selectFrom('resident_view as view')
    .innerJoin('municipality', 'municipality.id', 'view.municipality_id')
    .select(({ fn }) => ['municipality.key', 'municipality.name', fn.countAll<number>().as('count')])
    .where('view.moderation', '=', 'open')
    .where(anyOf('view.municipality_id', municipalityIds))
    .groupBy(['municipality.key', 'municipality.name'])
    .orderBy('municipality.key')
    .execute();
}
