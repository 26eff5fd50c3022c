import { redirect } from '@sveltejs/kit';
import { drawPageCard } from '#features/opendata/server/cards.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  // A picture takes long to draw, and has one address: made-up queries shall not have it drawn again.
  if (url.search !== '') redirect(308, url.pathname);
  if (!params.path.endsWith('.png')) throw notFound(`card ${params.path}`);
  const picture = await drawPageCard(locals.app, params.lang, params.path.slice(0, -'.png'.length));
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
};
