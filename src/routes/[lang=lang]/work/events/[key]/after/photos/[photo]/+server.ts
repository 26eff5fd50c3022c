import { buffer } from 'node:stream/consumers';
import { readPhoto } from '#features/conclusions/server/photos.ts';
import type { RequestHandler } from './$types.js';

/** A photograph of an event, for those who write down what came after. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { bytes, mediaType, size } = await readPhoto(locals.app, locals.actor, params.key, params.photo);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'cache-control': 'private, no-store',
    },
  });
};
