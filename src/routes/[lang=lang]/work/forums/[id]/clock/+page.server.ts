import { redirect } from '@sveltejs/kit';
import { mayWorkOnForums } from '#features/forums/policy.ts';
import { clockForm } from '#features/forums/schema.ts';
import { pressClock, showClock } from '#features/forums/server/clock-service.ts';
import { planToWork } from '#features/forums/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const clock = await showClock(locals.app, locals.actor, params.id);
  return {
    clock,
    mayWork: mayWorkOnForums(locals.actor, clock.plan.municipalityId),
    meta: { title: translator(locals.language)('forum.clock'), noindex: true },
  };
};

export const actions: Actions = {
  press: ({ locals, params, request }) =>
    runForm(
      request,
      clockForm,
      async (command) => {
        await pressClock(locals.app, locals.actor, params.id, command);
        return { kind: 'done', value: null };
      },
      () => redirect(303, `/${locals.language}/work/forums/${params.id}/clock`),
      () => planToWork(locals.app.db, locals.actor, params.id),
    ),
};
