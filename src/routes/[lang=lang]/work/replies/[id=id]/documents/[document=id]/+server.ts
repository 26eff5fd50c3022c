import { buffer } from 'node:stream/consumers';
import { readDocument } from '#features/replies/server/documents.ts';
import type { RequestHandler } from './$types.js';

/** A document that came with a reply, as it came: for those who read the reply. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, actor } = locals;
  const { bytes, mediaType, size } = await readDocument(app, actor, params.id, params.document);
  return new Response(new Uint8Array(await buffer(bytes)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'cache-control': 'private, no-store',
    },
  });
};
