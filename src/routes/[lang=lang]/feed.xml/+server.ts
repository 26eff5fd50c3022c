import { writeFeed } from '#features/opendata/server/feeds.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) =>
  new Response(await writeFeed(locals.app, locals.language), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
