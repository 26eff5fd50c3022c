import { redirect } from '@sveltejs/kit';
import { assignManyForm } from '#features/rounds/schema.ts';
import { assessmentToAssign, assignMany } from '#features/rounds/server/assign.ts';
import { showAssigning } from '#features/rounds/server/assessment-page.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showAssigning(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('rounds.assign-many'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      assignManyForm,
      (command) => assignMany(locals.app, locals.actor, params.id, command),
      ({ changed, left }) =>
        redirect(
          303,
          `/${locals.language}/work/rounds/assessments/${params.id}?changed=${changed}&left=${left}`,
        ),
      () => assessmentToAssign(locals.app, locals.actor, params.id),
    ),
};
