import { answerApi } from '#server/api.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ request, locals }) => answerApi(locals.app, request, locals.requestId);

export const fallback = GET;
