import { redirect } from '@sveltejs/kit';
import { addMunicipalitiesForm } from '#features/rounds/schema.ts';
import { addMunicipalities, asPlanner, showAddable } from '#features/rounds/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  addable: await showAddable(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('rounds.add'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      addMunicipalitiesForm,
      (command) => addMunicipalities(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/rounds/${params.id}#municipalities`),
      () => asPlanner(locals.actor),
    ),
};
