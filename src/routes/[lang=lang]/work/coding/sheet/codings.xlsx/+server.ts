import { exportCodings } from '#features/coding/server/sheet/export-codings.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) => {
  const file = await exportCodings(locals.app, locals.actor, locals.language);
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="codings-${locals.language}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
};
