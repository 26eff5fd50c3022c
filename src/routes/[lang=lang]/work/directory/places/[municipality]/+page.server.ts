import { redirect } from '@sveltejs/kit';
import { unitsForm } from '#features/directory/schema.ts';
import { addUnits, placeToKeep, showPlace } from '#features/directory/server/places.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showPlace(locals.app, locals.actor, params.municipality);
  const values = { name: page.municipality.name };
  return { page, meta: { title: translator(locals.language)('directory.units-of', values), noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      unitsForm,
      (command) => addUnits(locals.app, locals.actor, params.municipality, command),
      () => redirect(303, `/${locals.language}/work/directory/places/${params.municipality}`),
      () => placeToKeep(locals.app.db, locals.actor, params.municipality),
    ),
};
