import { redirect } from '@sveltejs/kit';
import { assessmentForm, trainingForm } from '#features/capacity/schema.ts';
import {
  assess,
  countTrainings,
  organisationToRead,
  showAssessment,
} from '#features/capacity/server/assessing.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showAssessment(locals.app, locals.actor, params.organisation),
  meta: { title: translator(locals.language)('capacity.self'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      assessmentForm,
      (command) => assess(locals.app, locals.actor, params.organisation, command),
      () => redirect(303, `/${locals.language}/work/capacity/${params.organisation}`),
      () => organisationToRead(locals.app, locals.actor, params.organisation),
    ),
  trainings: ({ locals, params, request }) =>
    runForm(
      request,
      trainingForm,
      (command) => countTrainings(locals.app, locals.actor, params.organisation, command),
      () => redirect(303, `/${locals.language}/work/capacity/${params.organisation}#trainings`),
      () => organisationToRead(locals.app, locals.actor, params.organisation),
    ),
};
