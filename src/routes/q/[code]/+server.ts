import { redirect } from '@sveltejs/kit';
import { openQuestionnaire } from '#features/questionnaires/server/answering.ts';
import type { RequestHandler } from './$types.js';

/** The short address that stands on paper. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { questionnaire } = await openQuestionnaire(locals.app, params.code.toLowerCase());
  redirect(302, `/${locals.language}/questionnaires/${questionnaire.code}`);
};
