import { buffer } from 'node:stream/consumers';
import { readDraftFile } from '#features/library/server/draft-files.ts';
import type { RequestHandler } from './$types.js';

/** A file of a publication that is not public yet, for those who work on it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await readDraftFile(locals.app, locals.actor, params.id, params.sha256);
  return new Response(new Uint8Array(await buffer(file.bytes)), {
    headers: {
      'content-type': file.mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
