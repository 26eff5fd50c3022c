import { redirect } from '@sveltejs/kit';
import { justDone, scoresSchema } from '#features/cards/schema.ts';
import { listDifferences, settleCard } from '#features/cards/server/second.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { session, form, cards } = await listDifferences(locals.app, locals.actor, params.session);
  return {
    session,
    issues: form.issues,
    cards,
    settled: justDone.parse(Object.fromEntries(url.searchParams)).saved,
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
      ({ number }) => redirect(303, `differences?saved=${number}`),
    );
  },
};
