import { redirect } from '@sveltejs/kit';
import { questionForm } from '#features/experiences/schema.ts';
import { askQuestion, memberOf, showQuestionForm } from '#features/experiences/server/questions.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  page: await showQuestionForm(locals.app, locals.actor, url.searchParams.get('experience') ?? ''),
  meta: { title: translator(locals.language)('question.ask'), noindex: true },
});

export const actions: Actions = {
  default: ({ locals, request }) =>
    runForm(
      request,
      questionForm,
      (command) => askQuestion(locals.app, locals.actor, command),
      ({ id }) => redirect(303, `/${locals.language}/work/questions/${id}`),
      () => memberOf(locals.actor),
    ),
};
