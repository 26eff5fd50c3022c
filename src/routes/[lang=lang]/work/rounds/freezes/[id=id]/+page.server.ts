import { redirect } from '@sveltejs/kit';
import { endFreezeForm, freezeForm } from '#features/rounds/schema.ts';
import { removeFreeze, saveFreeze, showFreeze } from '#features/rounds/server/freezes.ts';
import { asPlanner } from '#features/rounds/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showFreeze(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('rounds.freeze.change'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      freezeForm,
      (command) => saveFreeze(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/rounds/freezes`),
      () => asPlanner(locals.actor),
    ),
  remove: ({ locals, params, request }) =>
    runForm(
      request,
      endFreezeForm,
      (command) => removeFreeze(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/rounds/freezes`),
      () => asPlanner(locals.actor),
    ),
};
