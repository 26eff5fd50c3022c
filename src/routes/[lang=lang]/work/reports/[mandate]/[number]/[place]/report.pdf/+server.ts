import { previewPdf } from '#features/reports/server/preview.ts';
import type { RequestHandler } from './$types.js';

/** The report with the words as they are saved, for those who write it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const pdf = await previewPdf(locals.app, locals.actor, params, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="draft-${params.place}-${locals.language}.pdf"`,
      'cache-control': 'no-store',
    },
  });
};
