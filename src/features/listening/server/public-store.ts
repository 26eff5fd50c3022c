import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** How many took part in an event, of each kind. */
export function readEventAttendance(db: Db, eventId: string) {
  return db
    .selectFrom('event_attendance')
    .select(['sex', 'age_band as ageBand', 'social_group as group', 'people'])
    .where('event_id', '=', eventId)
    .orderBy('key')
    .execute();
}

/** What was voiced at an event, each need with its corrections, the last one last. */
export function readEventNeeds(db: Db, eventId: string) {
  return db
    .selectFrom('need')
    .leftJoin('field', 'field.id', 'need.field_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'need.unit_id')
    .select([
      'need.id',
      'need.key',
      'need.statement',
      'need.original',
      'need.spoken_in as spokenIn',
      'need.speaker',
      'need.place',
      'field.name as fieldName',
      'unit.name as unitName',
      (eb) =>
        eb
          .selectFrom('need_correction as correction')
          .select(
            sql<{ statement: Localised; reason: Localised; correctedOn: string }[]>`coalesce(jsonb_agg(
              jsonb_build_object('statement', correction.statement, 'reason', correction.reason,
                'correctedOn', correction.corrected_on) ORDER BY correction.version), '[]')`.as('list'),
          )
          .whereRef('correction.need_id', '=', 'need.id')
          .as('corrections'),
    ])
    .where('need.event_id', '=', eventId)
    .orderBy('need.key')
    .limit(1000)
    .execute();
}
