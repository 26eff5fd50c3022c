import { redirect } from '@sveltejs/kit';
import { deadlinesForm } from '#features/rounds/schema.ts';
import { asPlanner, changeDeadlines, getPlan } from '#features/rounds/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  asPlanner(locals.actor);
  return {
    plan: await getPlan(locals.app, params.id),
    meta: { title: translator(locals.language)('rounds.change-deadlines'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      deadlinesForm,
      (command) => changeDeadlines(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/rounds/${params.id}`),
      () => asPlanner(locals.actor),
    ),
};
