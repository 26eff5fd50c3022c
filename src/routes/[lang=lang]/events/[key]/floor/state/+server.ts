import { json } from '@sveltejs/kit';
import { viewFloor } from '#features/floor/server/view.ts';
import type { RequestHandler } from './$types.js';

/** Whether a page that shows what `mark` stands for is still up to date: nothing (204) where it is. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { mark } = await viewFloor(locals.app, params.key);
  const headers = { 'cache-control': 'no-store' };
  if (url.searchParams.get('mark') === mark) return new Response(null, { status: 204, headers });
  return json({ mark }, { headers });
};
