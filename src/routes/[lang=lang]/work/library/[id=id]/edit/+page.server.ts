import { redirect } from '@sveltejs/kit';
import { publicationForm } from '#features/library/schema.ts';
import { changeDraft, draftOptions, fieldsOf, getDraft } from '#features/library/server/drafts.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/work/library/${id}/edit`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const draft = await getDraft(app.db, actor, params.id);
  return {
    id: draft.id,
    version: draft.version,
    title: draft.title,
    options: await draftOptions(app, actor),
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: fieldsOf(draft), faults: [] },
    meta: { title: translator(locals.language)('library.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      publicationForm,
      (command) => changeDraft(locals.app, locals.actor, params.id, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, pathOf(id));
        redirect(303, `/${locals.language}/work/library/${id}`);
      },
      () => getDraft(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.id), () => getDraft(locals.app.db, locals.actor, params.id)),
};
