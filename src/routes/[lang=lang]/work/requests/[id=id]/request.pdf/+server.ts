import { requestPaper } from '#features/evidence/server/requests/request-paper.ts';
import type { RequestHandler } from './$types.js';

/** The letter of a request, in the page's language. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await requestPaper(locals.app, locals.actor, params.id, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="information-request-${locals.language}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
