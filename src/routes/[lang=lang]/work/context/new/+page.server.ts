import { redirect } from '@sveltejs/kit';
import { periodForm } from '#features/context/schema.ts';
import { addPeriod, listFormOptions } from '#features/context/server/drafts.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/work/context/new';

export const load: PageServerLoad = async ({ locals }) => ({
  options: await listFormOptions(locals.app, locals.actor),
  state: (await findDraft(locals.app, locals.actor, path)) ?? { fields: {}, faults: [] },
  meta: { title: translator(locals.language)('context.add'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      periodForm,
      (command) => addPeriod(locals.app, locals.actor, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, path);
        redirect(303, `/${locals.language}/work/context/${id}`);
      },
      () => listFormOptions(locals.app, locals.actor),
    ),
  draft: ({ locals, request }) =>
    draftAction(locals, request, path, () => listFormOptions(locals.app, locals.actor)),
};
