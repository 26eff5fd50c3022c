import { calendarOfEvent, calendarResponse } from '#features/events/server/calendars.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) =>
  calendarResponse(await calendarOfEvent(locals.app, locals.language, params.key));
