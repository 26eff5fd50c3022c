import { answerSent } from '#features/evidence/server/media/answer-sent.ts';
import { announceFile } from '#features/evidence/server/media/send-ahead.ts';
import type { RequestHandler } from './$types.js';

/** Announces a file that is sent in pieces, ahead of the form that it belongs to. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const said: unknown = await request.json().catch(() => undefined);
  return answerSent(await announceFile(locals.app, locals.actor, said), locals.language);
};
