import { redirect } from '@sveltejs/kit';
import { draftToWrite } from '#features/contracts/server/drafting/drafts.ts';
import { savePriority as prioritySchema } from '#features/contracts/draft-schema.ts';
import { showPriorityForm } from '#features/contracts/server/drafting/draft-page.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { savePriority } from '#features/contracts/server/drafting/priorities.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

function formOf(id: string): string {
  return `/work/contracts/${id}/priorities/new`;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const title = translator(language)('drafting.add-priority');
  return {
    page: await showPriorityForm(app, actor, params.id),
    newId: crypto.randomUUID(),
    kept: await findDraft(app, actor, formOf(params.id)),
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      prioritySchema,
      (command) => savePriority(locals.app, locals.actor, params.id, command, formOf(params.id)),
      ({ id }) =>
        redirect(303, `/${locals.language}/work/contracts/${params.id}/priorities/${id}#components`),
      () => draftToWrite(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.id), () =>
      draftToWrite(locals.app.db, locals.actor, params.id),
    ),
};
