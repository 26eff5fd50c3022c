import { redirect } from '@sveltejs/kit';
import { scoresSchema } from '#features/cards/schema.ts';
import { listDifferences, settleCard } from '#features/cards/server/second.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { session, form, cards } = await listDifferences(locals.app, locals.actor, params.session);
  return {
    session,
    issues: form.issues,
    cards,
    meta: { title: translator(locals.language)('cards.differences.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, requestId } = locals;
    const { form } = await listDifferences(app, actor, params.session);
    return runForm(
      request,
      scoresSchema(form),
      (command) => settleCard(app, actor, params.session, command, requestId),
      () => redirect(303, 'differences'),
    );
  },
};
