import { fail, redirect } from '@sveltejs/kit';
import { typedFields } from '#forms/parse-form.ts';
import { mayPlanCycles } from '#features/work/policy.ts';
import { planCycle } from '#features/work/schema.ts';
import { listCycles, saveCycle } from '#features/work/server/cycles.ts';
import { dropDraft, findDraft, saveDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { DomainError } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const form = '/work/cycles';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  if (!mayPlanCycles(actor)) throw new DomainError('forbidden', 'cycles');
  const cycles = await listCycles(app);
  return {
    cycles,
    edited: cycles.find(({ mandate, plan }) => plan && mandate === url.searchParams.get('mandate')) ?? null,
    draft: await findDraft(app, actor, form),
    meta: { title: translator(language)('work.cycles.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      planCycle,
      (command) => saveCycle(locals.app, locals.actor, command),
      async ({ mandate }) => {
        await dropDraft(locals.app.db, locals.actor, form);
        redirect(303, `/${locals.language}/work?mandate=${mandate}`);
      },
    ),
  draft: async ({ locals, request }) => {
    const fields = typedFields(await request.formData());
    const { savedAt } = await saveDraft(locals.app, locals.actor, { form, fields });
    return fail(200, { fields, faults: [], savedAt: savedAt.toISOString() });
  },
};
