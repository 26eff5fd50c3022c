import { redirect } from '@sveltejs/kit';
import { textReview } from '#features/questionnaires/schema.ts';
import { reviewAnswer, showAnswers } from '#features/questionnaires/server/results.ts';
import { questionnaireToRun } from '#features/questionnaires/server/work.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showAnswers(locals.app, locals.actor, params.questionnaire);
  const title = pickText(page.questionnaire.title, locals.language);
  return {
    ...page,
    title,
    meta: { title: translator(locals.language)('questionnaires.results.title', { title }), noindex: true },
  };
};

export const actions: Actions = {
  review: ({ locals, params, request }) =>
    runForm(
      request,
      textReview,
      (command) => reviewAnswer(locals.app, locals.actor, params.questionnaire, command, locals.requestId),
      () => redirect(303, 'results#texts'),
      () => questionnaireToRun(locals.app.db, locals.actor, params.questionnaire),
    ),
};
