import { redirect } from '@sveltejs/kit';
import { articleForm } from '#features/articles/schema.ts';
import { beginArticle, listPlaces } from '#features/articles/server/drafts.ts';
import { previewAction } from '#features/articles/server/preview-action.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/work/articles/new';

export const load: PageServerLoad = async ({ locals }) => ({
  places: await listPlaces(locals.app, locals.actor),
  state: (await findDraft(locals.app, locals.actor, path)) ?? {
    fields: { language: locals.language },
    faults: [],
  },
  meta: { title: translator(locals.language)('article.new'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      articleForm,
      (command) => beginArticle(locals.app, locals.actor, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, path);
        redirect(303, `/${locals.language}/work/articles/${id}`);
      },
      () => listPlaces(locals.app, locals.actor),
    ),
  preview: ({ locals, request }) => previewAction(request, () => listPlaces(locals.app, locals.actor)),
  draft: ({ locals, request }) =>
    draftAction(locals, request, path, () => listPlaces(locals.app, locals.actor)),
};
