import { draftPaper } from '#features/contracts/server/paper/approved-papers.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await draftPaper(locals.app, locals.actor, params.id, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="contract.pdf"',
      'cache-control': 'private, no-store',
    },
  });
};
