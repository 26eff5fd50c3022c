import { buffer } from 'node:stream/consumers';
import { readPhotoToModerate } from '#features/voice/server/photos.ts';
import type { RequestHandler } from './$types.js';

/** A resident's photograph, for who decides whether it is shown. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, actor } = locals;
  const { bytes, mediaType, size } = await readPhotoToModerate(app, actor, params.municipality, params.view);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'cache-control': 'private, no-store',
    },
  });
};
