import { redirect } from '@sveltejs/kit';
import { candidacyForm } from '#features/forums/schema.ts';
import { addCandidacy } from '#features/forums/server/candidates.ts';
import { listFormOptions } from '#features/forums/server/options.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/work/forums/candidates/new';

export const load: PageServerLoad = async ({ locals }) => ({
  options: await listFormOptions(locals.app, locals.actor),
  state: (await findDraft(locals.app, locals.actor, path)) ?? { fields: {}, faults: [] },
  meta: { title: translator(locals.language)('forum.add-candidate'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      candidacyForm,
      (command) => addCandidacy(locals.app, locals.actor, command),
      async () => {
        await dropDraft(locals.app.db, locals.actor, path);
        redirect(303, `/${locals.language}/work/forums#candidates`);
      },
    ),
  draft: ({ locals, request }) => draftAction(locals, request, path),
};
