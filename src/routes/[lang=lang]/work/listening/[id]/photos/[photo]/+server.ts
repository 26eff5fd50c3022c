import { buffer } from 'node:stream/consumers';
import { readSessionPhoto } from '#features/listening/server/read-photo.ts';
import type { RequestHandler } from './$types.js';

/** A photograph of a session that is not public: for those who work with it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { bytes, mediaType, size } = await readSessionPhoto(
    locals.app,
    locals.actor,
    params.id,
    params.photo,
  );
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'cache-control': 'private, no-store',
    },
  });
};
