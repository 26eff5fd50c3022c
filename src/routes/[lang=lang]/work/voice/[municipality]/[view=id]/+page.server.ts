import { redirect } from '@sveltejs/kit';
import { moderationForm } from '#features/voice/schema.ts';
import { moderateView, showQueued } from '#features/voice/server/moderating.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  view: await showQueued(locals.app, locals.actor, params.municipality, params.view),
  meta: { title: translator(locals.language)('voice.work.one'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      moderationForm,
      (command) => moderateView(locals.app, locals.actor, params, command, locals.requestId),
      () => redirect(303, `/${locals.language}/work/voice`),
      () => showQueued(locals.app, locals.actor, params.municipality, params.view),
    ),
};
