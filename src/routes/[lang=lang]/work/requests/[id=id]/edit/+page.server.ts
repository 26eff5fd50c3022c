import { redirect } from '@sveltejs/kit';
import { changedRequest } from '#features/evidence/requests/schema.ts';
import { changeRequest, draftOfChange, requestToChange } from '#features/evidence/server/requests/writing.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const { request, askable, fields } = await requestToChange(app, actor, params.id);
  return {
    subject: request.subject,
    version: request.version,
    askable,
    state: (await findDraft(app, actor, draftOfChange(params.id))) ?? { fields, faults: [] },
    meta: { title: translator(language)('requests.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      changedRequest,
      (command) => changeRequest(locals.app, locals.actor, params.id, command, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/requests/${id}`),
      () => requestToChange(locals.app, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, draftOfChange(params.id), () =>
      requestToChange(locals.app, locals.actor, params.id),
    ),
};
