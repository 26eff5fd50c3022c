import { redirect } from '@sveltejs/kit';
import { freezeForm } from '#features/rounds/schema.ts';
import { saveFreeze, showFreezes } from '#features/rounds/server/freezes.ts';
import { asPlanner } from '#features/rounds/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  page: await showFreezes(locals.app, locals.actor),
  meta: { title: translator(locals.language)('rounds.freezes'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      freezeForm,
      (command) => saveFreeze(locals.app, locals.actor, undefined, command),
      () => redirect(303, `/${locals.language}/work/rounds/freezes`),
      () => asPlanner(locals.actor),
    ),
};
