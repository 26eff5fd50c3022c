import { publishedPaper } from '#features/contracts/server/paper/approved-papers.ts';
import type { RequestHandler } from './$types.js';

/** The document that was made to be signed: the bytes whose SHA-256 the contract's page shows. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await publishedPaper(locals.app, params.key, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${params.key}-${locals.language}.pdf"`,
    },
  });
};
