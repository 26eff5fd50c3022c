import { signedIn } from '#features/accounts/server/entry.ts';
import { readMyData } from '#features/accounts/server/my-data.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) => {
  const data = await readMyData(locals.app, signedIn(locals).account.id);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    },
  });
};
