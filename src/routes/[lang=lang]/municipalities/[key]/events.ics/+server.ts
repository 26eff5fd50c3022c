import { calendarOf, calendarResponse } from '#features/events/server/calendars.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) =>
  calendarResponse(await calendarOf(locals.app, locals.language, params.key));
