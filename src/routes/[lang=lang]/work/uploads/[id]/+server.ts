import { answerSent } from '#features/evidence/server/media/answer-sent.ts';
import { sendPiece, showSent } from '#features/evidence/server/media/send-ahead.ts';
import type { RequestHandler } from './$types.js';

/** How far an upload is: asked after the line was gone. */
export const GET: RequestHandler = async ({ locals, params }) =>
  answerSent(await showSent(locals.app, locals.actor, params.id), locals.language);

/** The next piece of an upload: bytes, and where they begin (`?at=`). */
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
  const bytes = Buffer.from(await request.arrayBuffer());
  const at = Number(url.searchParams.get('at') ?? '-1');
  return answerSent(await sendPiece(locals.app, locals.actor, params.id, { at, bytes }), locals.language);
};
