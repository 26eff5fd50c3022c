import { streamListCsv } from '#features/registration/server/list-csv.ts';
import type { RequestHandler } from './$types.js';

/** Everyone who registered, for the organiser's spreadsheet. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const body = await streamListCsv(locals.app, locals.actor, params.key, locals.language);
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${encodeURIComponent(params.key)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
};
