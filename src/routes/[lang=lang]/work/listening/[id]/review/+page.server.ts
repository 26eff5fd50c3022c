import { redirect } from '@sveltejs/kit';
import { sessionToPublish } from '#features/listening/server/access.ts';
import { tableFields } from '#features/listening/server/need-table.ts';
import { showNeeds } from '#features/listening/server/needs.ts';
import { reviewNeeds } from '#features/listening/server/reviewing.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  await sessionToPublish(app.db, actor, params.id);
  const shown = await showNeeds(app, actor, params.id);
  return { shown, meta: { title: translator(language)('listening.review.title'), noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      tableFields,
      (fields) => reviewNeeds(locals.app, locals.actor, params.id, fields, locals.requestId),
      () => redirect(303, `/${locals.language}/work/listening/${params.id}`),
    ),
};
