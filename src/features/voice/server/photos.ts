import type { Actor } from '#features/accounts/actor.ts';
import { getPublishedStatus } from '#features/monitoring/server/published-status.ts';
import { getMunicipality } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { moderatesViews } from '../policy.ts';
import type { Asked } from './answering.ts';
import { readPhoto } from './photo-store.ts';

type Photo = Awaited<ReturnType<typeof readPhoto>>;

async function open({ files }: Pick<App, 'files'>, photo: Photo, id: string): Promise<PublicFile> {
  if (!photo || !(await files.has(photo.sha256))) throw notFound(`photo ${id}`);
  return { mediaType: photo.mediaType, size: photo.size, bytes: files.read(photo.sha256) };
}

/** A resident's photograph that an editor lets be seen. @throws not-found for every other */
export async function readShownPhoto(app: App, asked: Asked, id: string): Promise<PublicFile> {
  const { municipalityId } = await getPublishedStatus(app.db, asked.priority, asked.round);
  const photo = await readPhoto(app.db, municipalityId, id);
  return open(app, photo?.moderation === 'shown' ? photo : undefined, id);
}

/** The same for who decides about it. @throws not-found for everyone else too */
export async function readPhotoToModerate(
  app: App,
  actor: Actor,
  municipality: string,
  id: string,
): Promise<PublicFile> {
  const { id: municipalityId } = await getMunicipality(app, municipality);
  if (!moderatesViews(actor, municipalityId)) throw notFound(`photo ${id}`);
  return open(app, await readPhoto(app.db, municipalityId, id), id);
}
