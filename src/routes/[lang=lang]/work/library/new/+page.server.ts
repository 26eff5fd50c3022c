import { redirect } from '@sveltejs/kit';
import { publicationForm } from '#features/library/schema.ts';
import { addDraft, draftOptions } from '#features/library/server/drafts.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/work/library/new';

export const load: PageServerLoad = async ({ locals }) => ({
  options: await draftOptions(locals.app, locals.actor),
  state: (await findDraft(locals.app, locals.actor, path)) ?? { fields: {}, faults: [] },
  meta: { title: translator(locals.language)('library.add'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      publicationForm,
      (command) => addDraft(locals.app, locals.actor, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, path);
        redirect(303, `/${locals.language}/work/library/${id}`);
      },
      () => draftOptions(locals.app, locals.actor),
    ),
  draft: ({ locals, request }) =>
    draftAction(locals, request, path, () => draftOptions(locals.app, locals.actor)),
};
