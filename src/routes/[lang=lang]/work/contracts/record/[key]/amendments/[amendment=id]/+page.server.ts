import { redirect } from '@sveltejs/kit';
import { answerAmendment } from '#features/contracts/server/signing/amendments.ts';
import { showAnswerForm } from '#features/contracts/server/signing/signing-page.ts';
import { answerAmendment as answerSchema } from '#features/contracts/signing-schema.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const title = translator(locals.language)('amendment.answer');
  return {
    page: await showAnswerForm(locals.app, locals.actor, params.key, params.amendment),
    title,
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      answerSchema,
      (command, data) =>
        answerAmendment(
          locals.app,
          locals.actor,
          params.key,
          { ...command, amendment: params.amendment },
          data.get('scan'),
        ),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#amendments`),
    ),
};
