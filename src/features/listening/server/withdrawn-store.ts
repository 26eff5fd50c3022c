import { sql } from 'kysely';
import type { Tx } from '#server/database/db.ts';

/** A session's photograph as the record holds it; undefined for one that was never published. */
export function findPublishedPhoto(tx: Tx, sessionId: string, photoId: string) {
  return (
    tx
      .selectFrom('listening_photo as taken')
      .innerJoin('listening_session as session', 'session.id', 'taken.session_id')
      .innerJoin('event_photo as photo', 'photo.event_id', 'session.event_id')
      .leftJoin('photo_withdrawal as withdrawal', 'withdrawal.photo_id', 'photo.id')
      .select([
        'photo.id',
        'photo.key',
        'photo.copy_sha256 as sha256',
        'taken.consent',
        'withdrawal.withdrawn_on as withdrawnOn',
      ])
      .where('taken.id', '=', photoId)
      .where('taken.session_id', '=', sessionId)
      // The first copy ever made of an original is the one published.
      .where(
        sql<boolean>`photo.copy_sha256 IN (
        SELECT taken.copy_sha256 UNION SELECT copy_sha256 FROM public_copy WHERE original_sha256 = taken.original_sha256)`,
      )
      .orderBy('withdrawal.withdrawn_on', (order) => order.desc().nullsFirst())
      .limit(1)
      .executeTakeFirst()
  );
}
