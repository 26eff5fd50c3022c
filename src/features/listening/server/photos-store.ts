import type { Db } from '#server/database/db.ts';

/** Photographs of one session. */
export const mostPhotos = 20;

export function readPhotos(db: Db, sessionId: string) {
  return db
    .selectFrom('listening_photo')
    .select([
      'id',
      'position',
      'original_sha256 as originalSha256',
      'copy_sha256 as copySha256',
      'alt_sq as altSq',
      'alt_en as altEn',
      'consent',
      'consent_note as consentNote',
    ])
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
export type SessionPhoto = Awaited<ReturnType<typeof readPhotos>>[number];
