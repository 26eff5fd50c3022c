import { cardTemplate } from '#features/cards/server/import.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await cardTemplate(locals.app, locals.actor, params.session, locals.language);
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="pop-cards-${locals.language}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
};
