import { redirect } from '@sveltejs/kit';
import { planForm } from '#features/events/plan-schema.ts';
import { changePlan, formOfPlan, planToChange } from '#features/events/server/plans.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (key: string) => `/work/events/${key}/edit`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const { plan, fields } = await formOfPlan(app, actor, params.key);
  return {
    plan,
    state: (await findDraft(app, actor, pathOf(params.key))) ?? { fields, faults: [] },
    meta: { title: translator(locals.language)('event.work.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      planForm,
      (command) => changePlan(locals.app, locals.actor, params.key, command),
      async ({ key }) => {
        await dropDraft(locals.app.db, locals.actor, pathOf(key));
        redirect(303, `/${locals.language}/work/events/${key}`);
      },
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.key), () =>
      planToChange(locals.app.db, locals.actor, params.key),
    ),
};
