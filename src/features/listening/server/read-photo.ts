import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { sessionToRead } from './access.ts';

/** The cleaned copy of a session's photograph, for who may see the session. @throws not-found */
export async function readSessionPhoto(
  { db, files }: Pick<App, 'db' | 'files'>,
  actor: Actor,
  sessionId: string,
  photoId: string,
): Promise<PublicFile> {
  await sessionToRead(db, actor, sessionId);
  const photo = z.uuid().safeParse(photoId).success
    ? await db
        .selectFrom('listening_photo as photo')
        .innerJoin('file', 'file.sha256', 'photo.copy_sha256')
        .select(['file.sha256', 'file.media_type as mediaType', 'file.size_bytes as size'])
        .where('photo.session_id', '=', sessionId)
        .where('photo.id', '=', photoId)
        .executeTakeFirst()
    : undefined;
  if (!photo || !(await files.has(photo.sha256))) throw notFound(`photo ${photoId}`);
  return { mediaType: photo.mediaType, size: photo.size, bytes: files.read(photo.sha256) };
}
