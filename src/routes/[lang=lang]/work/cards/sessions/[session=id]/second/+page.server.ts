import { redirect } from '@sveltejs/kit';
import { justDone, scoresSchema } from '#features/cards/schema.ts';
import { beginSecondEntry, enterAgain } from '#features/cards/server/second.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { session, form, due } = await beginSecondEntry(locals.app, locals.actor, params.session);
  return {
    session,
    card: form,
    due,
    done: justDone.parse(Object.fromEntries(url.searchParams)),
    meta: { title: translator(locals.language)('cards.second.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, requestId } = locals;
    const { form } = await beginSecondEntry(app, actor, params.session);
    return runForm(
      request,
      scoresSchema(form),
      (command) => enterAgain(app, actor, params.session, command, requestId),
      ({ number, isTaken }) => redirect(303, `second?${isTaken ? 'taken' : 'saved'}=${number}`),
    );
  },
};
