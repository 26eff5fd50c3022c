import { redirect } from '@sveltejs/kit';
import { planForm } from '#features/events/plan-schema.ts';
import { planEvent } from '#features/events/server/plans.ts';
import { placesFor } from '#features/events/server/work.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/work/events/new';

export const load: PageServerLoad = async ({ locals }) => ({
  places: await placesFor(locals.app, locals.actor),
  state: (await findDraft(locals.app, locals.actor, path)) ?? { fields: {}, faults: [] },
  meta: { title: translator(locals.language)('event.work.plan'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      planForm,
      (command) => planEvent(locals.app, locals.actor, command),
      async ({ key }) => {
        await dropDraft(locals.app.db, locals.actor, path);
        redirect(303, `/${locals.language}/work/events/${key}`);
      },
      () => placesFor(locals.app, locals.actor),
    ),
  draft: ({ locals, request }) =>
    draftAction(locals, request, path, () => placesFor(locals.app, locals.actor)),
};
