import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { filledIn } from '#features/questionnaires/schema.ts';
import { answerOnPaper } from '#features/questionnaires/server/answering.ts';
import { showQuestionnaire } from '#features/questionnaires/server/work.ts';
import { typedFields } from '#forms/parse-form.ts';
import { pickText } from '#i18n/languages.ts';
import { DomainError } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showQuestionnaire(locals.app, locals.actor, params.questionnaire);
  if (!page.mayRun) throw new DomainError('forbidden', 'type in answers');
  return {
    questionnaire: page.questionnaire,
    count: page.answers.paper,
    token: randomUUID(),
    isSaved: url.searchParams.has('saved'),
    meta: { title: pickText(page.questionnaire.title, locals.language), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      filledIn,
      ({ token }, data) => {
        const sent = { token, typed: typedFields(data) };
        return answerOnPaper(locals.app, locals.actor, params.questionnaire, sent, locals.requestId);
      },
      () => redirect(303, 'paper?saved'),
    ),
};
