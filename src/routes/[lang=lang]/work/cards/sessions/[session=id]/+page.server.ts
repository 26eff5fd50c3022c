import { redirect } from '@sveltejs/kit';
import { batchSettings, justDone, topThree } from '#features/cards/schema.ts';
import { recordTopThree, sessionToEnter, setUpBatch, showBatch } from '#features/cards/server/batches.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await showBatch(locals.app, locals.actor, params.session)),
  added: justDone.parse(Object.fromEntries(url.searchParams)).added,
  meta: { title: translator(locals.language)('cards.session.title'), noindex: true },
});

export const actions: Actions = {
  settings: ({ locals, params, request }) =>
    runForm(
      request,
      batchSettings,
      (command) => setUpBatch(locals.app, locals.actor, params.session, command, locals.requestId),
      () => redirect(303, params.session),
      () => sessionToEnter(locals.app.db, locals.actor, params.session),
    ),
  top: ({ locals, params, request }) =>
    runForm(
      request,
      topThree,
      (command) => recordTopThree(locals.app, locals.actor, params.session, command, locals.requestId),
      () => redirect(303, `${params.session}#top`),
      () => sessionToEnter(locals.app.db, locals.actor, params.session),
    ),
};
