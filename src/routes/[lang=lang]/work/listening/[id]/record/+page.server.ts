import { redirect } from '@sveltejs/kit';
import { record } from '#features/listening/schema.ts';
import { sessionToRecord } from '#features/listening/server/access.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { recordFields, recordSession } from '#features/listening/server/recording.ts';
import { showSession } from '#features/listening/server/sessions.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const formOf = (id: string) => `/work/listening/${id}/record`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  await sessionToRecord(app.db, actor, params.id);
  const [{ session, attendance }, draft] = await Promise.all([
    showSession(app, actor, params.id),
    findDraft(app, actor, formOf(params.id)),
  ]);
  return {
    session,
    fields: recordFields(session, attendance),
    draft,
    meta: { title: translator(language)('listening.record.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      record,
      (command) =>
        recordSession(locals.app, locals.actor, params.id, command, locals.language, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/listening/${id}/needs`),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.id), () =>
      sessionToRecord(locals.app.db, locals.actor, params.id),
    ),
};
