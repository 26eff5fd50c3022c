import type { Db } from '#server/database/db.ts';

export function readSealed(db: Db, sha256: string) {
  return db
    .selectFrom('file')
    .select(['sha256', 'media_type as mediaType', 'size_bytes as size'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}
