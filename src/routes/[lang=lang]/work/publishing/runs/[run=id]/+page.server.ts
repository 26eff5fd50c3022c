import { redirect } from '@sveltejs/kit';
import { takeStep } from '#features/publishing/schema.ts';
import { callOff, showRun } from '#features/publishing/server/runs.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showRun(locals.app, locals.actor, params.run),
  meta: { title: translator(locals.language)('publishing.run-title'), noindex: true },
});

export const actions: Actions = {
  callOff: ({ locals, params, request }) =>
    runForm(
      request,
      takeStep,
      () => callOff(locals.app, locals.actor, params.run),
      () => redirect(303, `/${locals.language}/work/publishing/runs/${params.run}`),
      () => showRun(locals.app, locals.actor, params.run),
    ),
};
