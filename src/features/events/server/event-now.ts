import { sql, type Selectable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

interface EventVersion extends Selectable<DB['event']> {
  /** 1: as it was published first. */
  version: number;
  corrected_on: string | null;
  reason: Selectable<DB['event_correction']>['reason'] | null;
}

/** The events of the record as they stand since their last correction; to be selected from in place of `event`. */
export const eventNow = sql<EventVersion>`event_now`.as('event');

/** Every version of every event. */
export const eventVersion = sql<EventVersion>`event_version`.as('event');

/** The version of an event that holds. */
export async function versionOf(db: Db, eventId: string): Promise<number> {
  const row = await db
    .selectFrom('event_correction')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row?.last ?? 1;
}
