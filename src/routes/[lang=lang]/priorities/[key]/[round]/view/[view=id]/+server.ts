import { buffer } from 'node:stream/consumers';
import { readShownPhoto } from '#features/voice/server/photos.ts';
import type { RequestHandler } from './$types.js';

/** A photograph of a resident that an editor lets be seen. It may be taken back: nobody keeps it without asking again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const asked = { priority: params.key, round: params.round };
  const { bytes, mediaType, size } = await readShownPhoto(locals.app, asked, params.view);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: { 'content-type': mediaType, 'content-length': String(size), 'cache-control': 'no-cache' },
  });
};
