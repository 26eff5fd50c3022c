import { buffer } from 'node:stream/consumers';
import { readPicture } from '#features/articles/server/pictures.ts';
import type { RequestHandler } from './$types.js';

/** A picture of an article that is not public: for those who may read its draft. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { bytes, mediaType, size } = await readPicture(locals.app, locals.actor, params.id, params.picture);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'cache-control': 'private, no-store',
    },
  });
};
