import { versionFile } from '#features/methodology/server/service.ts';
import type { RequestHandler } from './$types.js';

/** The bytes whose SHA-256 the version's page shows. */
export const GET: RequestHandler = async ({ locals, params }) =>
  new Response(await versionFile(locals.app, params.number), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
