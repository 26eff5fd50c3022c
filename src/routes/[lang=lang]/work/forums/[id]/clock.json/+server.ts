import { json } from '@sveltejs/kit';
import { showClock } from '#features/forums/server/clock-service.ts';
import type { RequestHandler } from './$types.js';

/** How the clock stands, for the script that lets it tick: a page whose mark differs is out of date. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { turn, current } = await showClock(locals.app, locals.actor, params.id);
  const state = current ? (current.isRunning ? 'running' : 'paused') : 'none';
  return json(
    { mark: `${turn}-${state}`, used: current?.usedMs ?? 0 },
    { headers: { 'cache-control': 'no-store' } },
  );
};
