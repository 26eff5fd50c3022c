import { redirect } from '@sveltejs/kit';
import { stateStep } from '#features/questionnaires/schema.ts';
import {
  questionnaireToRun,
  showQuestionnaire,
  stepQuestionnaire,
} from '#features/questionnaires/server/work.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showQuestionnaire(locals.app, locals.actor, params.questionnaire);
  const { code, title } = page.questionnaire;
  return {
    ...page,
    address: `${locals.app.config.publicUrl}/q/${code}`,
    meta: { title: pickText(title, locals.language), noindex: true },
  };
};

export const actions: Actions = {
  step: ({ locals, params, request }) =>
    runForm(
      request,
      stateStep,
      (command) =>
        stepQuestionnaire(locals.app, locals.actor, params.questionnaire, command, locals.requestId),
      () => redirect(303, params.questionnaire),
      () => questionnaireToRun(locals.app.db, locals.actor, params.questionnaire),
    ),
};
