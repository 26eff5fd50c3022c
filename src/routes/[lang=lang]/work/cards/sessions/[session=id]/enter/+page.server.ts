import { redirect } from '@sveltejs/kit';
import { cardSchema, justDone } from '#features/cards/schema.ts';
import { beginCard, enterCard } from '#features/cards/server/entry.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { session, form, units, begun, numbers } = await beginCard(locals.app, locals.actor, params.session);
  const { saved } = justDone.parse(Object.fromEntries(url.searchParams));
  return {
    session,
    card: form,
    units,
    begun,
    count: numbers.length,
    saved: numbers.find(({ number }) => number === saved)?.number ?? null,
    meta: { title: translator(locals.language)('cards.entry.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, requestId } = locals;
    const { form } = await beginCard(app, actor, params.session);
    return runForm(
      request,
      cardSchema(form),
      (command) => enterCard(app, actor, params.session, command, requestId),
      ({ number }) => redirect(303, `enter?saved=${number}`),
    );
  },
};
