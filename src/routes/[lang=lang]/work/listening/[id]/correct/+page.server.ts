import { redirect } from '@sveltejs/kit';
import { correction } from '#features/listening/schema.ts';
import { sessionToPublish } from '#features/listening/server/access.ts';
import { correctNeed } from '#features/listening/server/correcting.ts';
import { showNeeds } from '#features/listening/server/needs.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  await sessionToPublish(app.db, actor, params.id);
  const shown = await showNeeds(app, actor, params.id);
  return { shown, meta: { title: translator(language)('listening.correct.title'), noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      correction,
      (command) =>
        correctNeed(locals.app, locals.actor, params.id, command, locals.language, locals.requestId),
      () => redirect(303, `/${locals.language}/sessions/${params.id}`),
    ),
};
