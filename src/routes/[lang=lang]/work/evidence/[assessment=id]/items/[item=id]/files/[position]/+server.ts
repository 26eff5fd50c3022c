import { buffer } from 'node:stream/consumers';
import { readItemFile } from '#features/evidence/server/items.ts';
import type { RequestHandler } from './$types.js';

/** A file of evidence that is not public: for those who see the item. What a browser does not show safely is saved. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { bytes, mediaType, size, name } = await readItemFile(
    locals.app,
    locals.actor,
    params.assessment,
    params.item,
    params.position,
  );
  const isShown = mediaType.startsWith('image/') || mediaType === 'application/pdf';
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
};
