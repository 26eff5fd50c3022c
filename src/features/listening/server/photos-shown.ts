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

/** Photographs whose file is here: on another installation the record may be without its pictures. */
export function readEventPhotos(db: Db, eventId: string) {
  return db
    .selectFrom('event_photo as photo')
    .select(['photo.key', 'photo.copy_sha256 as sha256', 'photo.alt', 'photo.credit'])
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
