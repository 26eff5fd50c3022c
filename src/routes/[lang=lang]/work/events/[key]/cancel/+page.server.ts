import { redirect } from '@sveltejs/kit';
import { cancelForm } from '#features/events/plan-schema.ts';
import { planToPublish } from '#features/events/server/plans.ts';
import { cancelEvent } from '#features/events/server/stages.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  plan: await planToPublish(locals.app.db, locals.actor, params.key),
  meta: { title: translator(locals.language)('event.work.cancel'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      cancelForm,
      (command) => cancelEvent(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/events/${params.key}`),
      () => planToPublish(locals.app.db, locals.actor, params.key),
    ),
};
