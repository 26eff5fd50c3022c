import { redirect } from '@sveltejs/kit';
import { planForm } from '#features/forums/schema.ts';
import { changePlan, fieldsOf, planToChange } from '#features/forums/server/plans.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/work/forums/${id}/edit`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const plan = await planToChange(app.db, actor, params.id);
  return {
    plan,
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: fieldsOf(plan), faults: [] },
    meta: { title: translator(locals.language)('forum.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      planForm,
      (command) => changePlan(locals.app, locals.actor, params.id, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, pathOf(id));
        redirect(303, `/${locals.language}/work/forums/${id}`);
      },
      () => planToChange(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.id), () =>
      planToChange(locals.app.db, locals.actor, params.id),
    ),
};
