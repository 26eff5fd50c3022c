import { redirect } from '@sveltejs/kit';
import { planForm } from '#features/forums/schema.ts';
import { changePlan, fieldsOf, showPlan } from '#features/forums/server/plans.ts';
import { dropDraft, findDraft, saveDraft } from '#features/work/server/drafts.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { DomainError } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/work/forums/${id}/edit`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const { plan, mayWork } = await showPlan(app, actor, params.id);
  if (!mayWork) throw new DomainError('forbidden', 'forum');
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
    ),
  draft: async ({ locals, params, request }) => {
    const fields = typedFields(await request.formData());
    const { savedAt } = await saveDraft(locals.app, locals.actor, { form: pathOf(params.id), fields });
    return { fields, faults: [], savedAt: savedAt.toISOString() };
  },
};
