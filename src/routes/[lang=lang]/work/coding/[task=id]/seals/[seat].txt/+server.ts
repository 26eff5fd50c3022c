import { readSealedFile } from '#features/coding/server/seals.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const text = await readSealedFile(locals.app, locals.actor, params.task, params.seat);
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="coding-${params.seat}.txt"`,
      'cache-control': 'private, no-store',
    },
  });
};
