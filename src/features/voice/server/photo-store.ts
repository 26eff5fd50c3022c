import type { Db } from '#server/database/db.ts';

/** The cleaned copy of a resident's photograph. */
export function readPhoto(db: Db, municipalityId: string, id: string) {
  return db
    .selectFrom('resident_view as view')
    .innerJoin('file', 'file.sha256', 'view.copy_sha256')
    .select(['view.moderation', 'file.sha256', 'file.media_type as mediaType', 'file.size_bytes as size'])
    .where('view.municipality_id', '=', municipalityId)
    .where('view.id', '=', id)
    .executeTakeFirst();
}
