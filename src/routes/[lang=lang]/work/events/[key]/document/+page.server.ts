import { redirect } from '@sveltejs/kit';
import { documentForm } from '#features/events/plan-schema.ts';
import { addDocument } from '#features/events/server/parts.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);

  return {
    plan,

    meta: { title: translator(language)('event.work.add-document'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      documentForm,
      async (command, data) =>
        addDocument(locals.app, locals.actor, params.key, {
          ...command,
          file: await bytesOfFile(data, 'file'),
        }),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#document`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
