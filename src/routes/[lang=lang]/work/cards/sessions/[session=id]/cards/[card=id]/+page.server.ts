import { redirect } from '@sveltejs/kit';
import { correctionSchema, removal } from '#features/cards/schema.ts';
import { correctCard, openCard, removeCard } from '#features/cards/server/entry.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const opened = await openCard(locals.app, locals.actor, params.session, params.card);
  const { session, form, units, card, typed } = opened;
  const title = translator(locals.language)('cards.card.title', { number: card.number });
  return { session, card: form, units, typed, version: card.version, meta: { title, noindex: true } };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, language, requestId } = locals;
    const { session: sessionId, card: cardId } = params;
    const { form } = await openCard(app, actor, sessionId, cardId);
    return runForm(
      request,
      correctionSchema(form),
      (command) => correctCard(app, actor, { sessionId, cardId }, command, requestId),
      () => redirect(303, `/${language}/work/cards/sessions/${sessionId}`),
    );
  },
  remove: ({ locals, params, request }) => {
    const { app, actor, language, requestId } = locals;
    const { session: sessionId, card: cardId } = params;
    return runForm(
      request,
      removal,
      ({ reason }) => removeCard(app, actor, { sessionId, cardId }, reason, requestId),
      () => redirect(303, `/${language}/work/cards/sessions/${sessionId}`),
    );
  },
};
