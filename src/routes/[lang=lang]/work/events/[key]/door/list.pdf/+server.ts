import { printDoorList } from '#features/registration/server/papers.ts';
import type { RequestHandler } from './$types.js';

/** The list of the door, to be ticked with a pen. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await printDoorList(locals.app, locals.actor, params.key, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${encodeURIComponent(params.key)}-list.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
