import { printBadges } from '#features/registration/server/papers.ts';
import type { RequestHandler } from './$types.js';

/** Badges to be cut out. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await printBadges(locals.app, locals.actor, params.key, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${encodeURIComponent(params.key)}-badges.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
