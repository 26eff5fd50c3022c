import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

/** How many gave each answer in some municipalities when last counted, by priority, round and unit. */
export function readCountedViews(
  db: Db,
  municipalityIds: readonly string[],
  { priority, round }: { priority?: string | undefined; round?: string | undefined },
) {
  return db
    .selectFrom('resident_view_count as counted')
    .innerJoin('municipality', 'municipality.id', 'counted.municipality_id')
    .innerJoin('priority', 'priority.id', 'counted.priority_id')
    .innerJoin('round', 'round.id', 'counted.round_id')
    .leftJoin('administrative_unit as unit', 'unit.key', 'counted.unit')
    .select([
      'municipality.key as municipality',
      'priority.key as priority',
      'round.key as round',
      'unit.key as unit',
      'counted.answer',
      'counted.n',
    ])
    .where(anyOf('counted.municipality_id', municipalityIds))
    .$if(priority !== undefined, (query) => query.where('priority.key', '=', priority ?? ''))
    .$if(round !== undefined, (query) => query.where('round.key', '=', round ?? ''))
    .orderBy('municipality.key')
    .orderBy('priority.key')
    .orderBy('round.key')
    .orderBy('unit.key')
    .execute();
}
