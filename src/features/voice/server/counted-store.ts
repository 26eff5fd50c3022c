import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

/** How many gave each answer in some municipalities, by priority, round and unit. */
export function readCountedViews(
  db: Db,
  municipalityIds: readonly string[],
  { priority, round }: { priority?: string | undefined; round?: string | undefined },
) {
  return db
    .selectFrom('resident_view as view')
    .innerJoin('municipality', 'municipality.id', 'view.municipality_id')
    .innerJoin('priority', 'priority.id', 'view.priority_id')
    .innerJoin('round', 'round.id', 'view.round_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'view.unit_id')
    .select(({ fn }) => [
      'municipality.key as municipality',
      'priority.key as priority',
      'round.key as round',
      'unit.key as unit',
      'view.answer',
      fn.countAll<number>().as('n'),
    ])
    .where(anyOf('view.municipality_id', municipalityIds))
    .$if(priority !== undefined, (query) => query.where('priority.key', '=', priority ?? ''))
    .$if(round !== undefined, (query) => query.where('round.key', '=', round ?? ''))
    .groupBy(['municipality.key', 'priority.key', 'round.key', 'unit.key', 'view.answer'])
    .orderBy('municipality.key')
    .orderBy('priority.key')
    .orderBy('round.key')
    .orderBy('unit.key')
    .execute();
}
