import { sessionPoster } from '#features/listening/server/papers.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { pdf, name } = await sessionPoster(locals.app, locals.actor, params.id, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
