import { writeSitemapPart } from '#features/opendata/server/sitemap.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) =>
  new Response(await writeSitemapPart(locals.app, params.part), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
