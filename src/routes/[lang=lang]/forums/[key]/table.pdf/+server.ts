import { publicTablePdf } from '#features/forums/server/paper/public-table.ts';
import type { RequestHandler } from './$types.js';

/** Candidates by priorities on one page of paper. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await publicTablePdf(locals.app, params.key, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${params.key}-${locals.language}.pdf"`,
    },
  });
};
