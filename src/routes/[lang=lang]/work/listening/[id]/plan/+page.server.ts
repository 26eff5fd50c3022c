import { redirect } from '@sveltejs/kit';
import { cancellation, changedPlan } from '#features/listening/schema.ts';
import { sessionToRecord } from '#features/listening/server/access.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { cancelSession, changePlan, planChoices, planFields } from '#features/listening/server/planning.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const formOf = (id: string) => `/work/listening/${id}/plan`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const session = await sessionToRecord(app.db, actor, params.id);
  const [choices, fields, draft] = await Promise.all([
    planChoices(app, actor, session.municipalityId, session.organisationId),
    planFields(app.db, session),
    findDraft(app, actor, formOf(session.id)),
  ]);
  return {
    session,
    choices,
    fields,
    draft,
    meta: { title: translator(language)('listening.plan.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      changedPlan,
      (plan) => changePlan(locals.app, locals.actor, params.id, plan, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/listening/${id}`),
    ),
  cancel: ({ locals, params, request }) =>
    runForm(
      request,
      cancellation,
      (command) => cancelSession(locals.app, locals.actor, params.id, command, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/listening/${id}`),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.id), () =>
      sessionToRecord(locals.app.db, locals.actor, params.id),
    ),
};
