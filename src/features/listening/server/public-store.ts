import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** When photographs of an event were taken back by those who can be recognised, each for itself. */
export function readWithdrawals(db: Db, eventId: string) {
  return db
    .selectFrom('photo_withdrawal as withdrawal')
    .innerJoin('event_photo as photo', 'photo.id', 'withdrawal.photo_id')
    .select(['withdrawal.key', 'withdrawal.withdrawn_on as withdrawnOn'])
    .where('photo.event_id', '=', eventId)
    .orderBy('withdrawal.withdrawn_on')
    .orderBy('withdrawal.key')
    .execute();
}

/** How many took part in an event, of each kind. */
export function readEventAttendance(db: Db, eventId: string) {
  return db
    .selectFrom('event_attendance')
    .select(['sex', 'age_band as ageBand', 'social_group as group', 'people'])
    .where('event_id', '=', eventId)
    .orderBy('key')
    .execute();
}

/** Photographs whose file is here: on another installation the record may be without its pictures. */
export function readEventPhotos(db: Db, eventId: string) {
  return db
    .selectFrom('event_photo as photo')
    .select(['photo.key', 'photo.copy_sha256 as sha256', 'photo.alt'])
    .where('photo.event_id', '=', eventId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('public_copy')
          .select('public_copy.copy_sha256')
          .whereRef('public_copy.copy_sha256', '=', 'photo.copy_sha256'),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('photo_withdrawal')
            .select('photo_withdrawal.id')
            .whereRef('photo_withdrawal.photo_id', '=', 'photo.id'),
        ),
      ),
    )
    .orderBy('photo.position')
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
