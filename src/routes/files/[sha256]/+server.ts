import { buffer } from 'node:stream/consumers';
import { notFound } from '#server/errors.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import type { RequestHandler } from './$types.js';

/** The public copy of a file, by its SHA-256: the same bytes for ever. Sealed files are as if they were not. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { sha256 } = params;
  const file = /^[0-9a-f]{64}$/.test(sha256) ? await readPublicFile(locals.app, sha256) : undefined;
  if (!file) throw notFound(`file ${sha256}`);
  return new Response(new Uint8Array(await buffer(file.bytes)), {
    headers: {
      'content-type': file.mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
