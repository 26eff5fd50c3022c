import { frozenText } from '#features/contracts/server/frozen-text.ts';
import type { RequestHandler } from './$types.js';

/** The bytes whose SHA-256 the contract's page shows. */
export const GET: RequestHandler = async ({ locals, params }) =>
  new Response(await frozenText(locals.app, params.key), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
