import { redirect } from '@sveltejs/kit';
import { itemForm } from '#features/events/plan-schema.ts';
import { itemFields, saveItem } from '#features/events/server/save-item.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { showPlan } from '#features/events/server/work.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (key: string) => `/work/events/${key}/item`;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);
  const { items } = await showPlan(app, actor, params.key);
  const row = items.find(({ id }) => id === url.searchParams.get('row'));
  const begun = row ? itemFields(row) : { heldOn: plan.startsOn };
  return {
    plan,
    state: (row ? undefined : await findDraft(app, actor, pathOf(params.key))) ?? {
      fields: begun,
      faults: [],
    },
    meta: { title: translator(language)('event.work.add-item'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      itemForm,
      (command) => saveItem(locals.app, locals.actor, params.key, command),
      async () => {
        await dropDraft(locals.app.db, locals.actor, pathOf(params.key));
        redirect(303, `/${locals.language}/work/events/${params.key}#item`);
      },
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.key), () =>
      planToChange(locals.app.db, locals.actor, params.key),
    ),
};
