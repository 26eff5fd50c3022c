import { buffer } from 'node:stream/consumers';
import { readDisputeFile } from '#features/disputes/server/work.ts';
import type { RequestHandler } from './$types.js';

/** The file that came with a dispute, as it came: for who reads disputes there. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { bytes, mediaType, size } = await readDisputeFile(locals.app, locals.actor, params.dispute);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      // Nothing that a stranger sent is opened as a page of ours.
      'content-disposition': `attachment; filename="${params.dispute}"`,
      'cache-control': 'private, no-store',
    },
  });
};
