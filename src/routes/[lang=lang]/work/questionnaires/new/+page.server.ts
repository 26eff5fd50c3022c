import { redirect } from '@sveltejs/kit';
import { newQuestionnaire } from '#features/questionnaires/schema.ts';
import { beginQuestionnaire, makeQuestionnaire } from '#features/questionnaires/server/work.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const form = '/work/questionnaires/new';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await beginQuestionnaire(locals.app, locals.actor)),
  draft: await findDraft(locals.app, locals.actor, form),
  meta: { title: translator(locals.language)('questionnaires.new'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      newQuestionnaire,
      (command) => makeQuestionnaire(locals.app, locals.actor, command, locals.requestId),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, form);
        redirect(303, `/${locals.language}/work/questionnaires/${id}/edit`);
      },
    ),
  draft: ({ locals, request }) => draftAction(locals, request, form),
};
