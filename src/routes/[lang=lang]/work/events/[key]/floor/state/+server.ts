import { json } from '@sveltejs/kit';
import { showFloorWork } from '#features/floor/server/moderating.ts';
import { markOfWork } from '#features/floor/server/work-mark.ts';
import type { RequestHandler } from './$types.js';

/** Whether the moderator's page is still up to date: nothing (204) where it is. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const mark = markOfWork(await showFloorWork(locals.app, locals.actor, params.key));
  const headers = { 'cache-control': 'no-store' };
  if (url.searchParams.get('mark') === mark) return new Response(null, { status: 204, headers });
  return json({ mark }, { headers });
};
