import { redirect } from '@sveltejs/kit';
import { keepFiles } from '#features/evidence/server/media/attach-upload.ts';
import { draftFileForm, dropFileForm, publishForm } from '#features/library/schema.ts';
import { addDraftFile, dropDraftFile } from '#features/library/server/draft-files.ts';
import { dropDraftOf, getDraft, showDraft } from '#features/library/server/drafts.ts';
import { publishDraft } from '#features/library/server/publish.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showDraft(locals.app, locals.actor, params.id);
  return { ...page, meta: { title: pickText(page.draft.title, locals.language), noindex: true } };
};

export const actions: Actions = {
  file: async ({ locals, params, request }) => {
    const { app, actor, language } = locals;
    await getDraft(app.db, actor, params.id);
    return runForm(
      await keepFiles(app, actor, request, { file: 'publication' }),
      draftFileForm,
      (command, data) => addDraftFile(app, actor, params.id, command, data),
      () => redirect(303, `/${language}/work/library/${params.id}#files`),
    );
  },
  drop: ({ locals, params, request }) =>
    runForm(
      request,
      dropFileForm,
      (command) => dropDraftFile(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/library/${params.id}#files`),
      () => getDraft(locals.app.db, locals.actor, params.id),
    ),
  publish: ({ locals, params, request }) =>
    runForm(
      request,
      publishForm,
      (command) =>
        publishDraft(locals.app, locals.actor, params.id, { ...command, language: locals.language }),
      ({ key }) => redirect(303, `/${locals.language}/publications/${key}`),
      () => getDraft(locals.app.db, locals.actor, params.id),
    ),
  delete: async ({ locals, params }) => {
    await dropDraftOf(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/work/library`);
  },
};
