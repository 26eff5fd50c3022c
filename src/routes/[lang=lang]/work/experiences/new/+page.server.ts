import { redirect } from '@sveltejs/kit';
import { beginForm } from '#features/experiences/schema.ts';
import { beginExperience, listPlaces } from '#features/experiences/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  places: await listPlaces(locals.app, locals.actor),
  meta: { title: translator(locals.language)('experience.begin'), noindex: true },
});

export const actions: Actions = {
  default: ({ locals, request }) =>
    runForm(
      request,
      beginForm,
      (command) => beginExperience(locals.app, locals.actor, command),
      ({ id }) => redirect(303, `/${locals.language}/work/experiences/${id}`),
      () => listPlaces(locals.app, locals.actor),
    ),
};
