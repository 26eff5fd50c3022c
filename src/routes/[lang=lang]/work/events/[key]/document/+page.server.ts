import { redirect } from '@sveltejs/kit';
import { documentForm } from '#features/events/plan-schema.ts';
import { documentFields, saveDocument } from '#features/events/server/save-document.ts';
import { showPlan } from '#features/events/server/work.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);
  const { documents } = await showPlan(app, actor, params.key);
  const row = documents.find(({ id }) => id === url.searchParams.get('row'));
  const title = translator(language)(row ? 'event.work.change-document' : 'event.work.add-document');
  return {
    plan,
    state: { fields: row ? documentFields(row) : {}, faults: [] },
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      documentForm,
      async (command, data) =>
        saveDocument(locals.app, locals.actor, params.key, {
          ...command,
          file: await bytesOfFile(data, 'file'),
        }),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#document`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
