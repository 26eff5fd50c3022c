import { writeSitemap } from '#features/opendata/server/sitemap.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) =>
  new Response(await writeSitemap(locals.app), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
