import { redirect } from '@sveltejs/kit';
import { openRoundForm } from '#features/rounds/schema.ts';
import { asPlanner, openRound, showOpening } from '#features/rounds/server/plans.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const form = '/work/rounds/new';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  return {
    opening: await showOpening(app, actor, url.searchParams.get('mandate') ?? undefined),
    kept: await findDraft(app, actor, form),
    meta: { title: translator(language)('rounds.open-new'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      openRoundForm,
      (command) => openRound(locals.app, locals.actor, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, form);
        redirect(303, `/${locals.language}/work/rounds/${id}`);
      },
      () => asPlanner(locals.actor),
    ),
  draft: ({ locals, request }) => draftAction(locals, request, form, () => asPlanner(locals.actor)),
};
