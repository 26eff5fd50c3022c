import { redirect } from '@sveltejs/kit';
import { correctForm } from '#features/events/plan-schema.ts';
import { correctEvent, showCorrection } from '#features/events/server/corrections.ts';
import { planToPublish } from '#features/events/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showCorrection(locals.app, locals.actor, params.key),
  meta: { title: translator(locals.language)('event.work.correct'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      correctForm,
      (command) => correctEvent(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/events/${params.key}`),
      () => planToPublish(locals.app.db, locals.actor, params.key),
    ),
};
