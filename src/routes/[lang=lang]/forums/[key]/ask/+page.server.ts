import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { askForm } from '#features/forums/schema.ts';
import { askQuestion, showAskForm } from '#features/forums/server/ask.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const t = translator(locals.language);
  // Each form drawn has a number of its own, so that two clicks ask once.
  setHeaders({ 'cache-control': 'no-store' });
  return {
    ...(await showAskForm(locals.app, params.key)),
    key: params.key,
    once: randomUUID(),
    isSent: url.searchParams.has('sent'),
    meta: { title: t('forum.ask'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      askForm,
      (command) => askQuestion(locals.app, getClientAddress(), params.key, command),
      () => redirect(303, `/${locals.language}/forums/${params.key}/ask?sent`),
    ),
};
