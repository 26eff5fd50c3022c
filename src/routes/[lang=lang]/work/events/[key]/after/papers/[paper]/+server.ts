import { draftPaper } from '#features/conclusions/server/draft-paper.ts';
import type { RequestHandler } from './$types.js';

/** Report, press release or minutes as they stand now, as a draft. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const pdf = await draftPaper(app, actor, params.key, { paper: params.paper, language });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${params.key}-${params.paper}-${language}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
