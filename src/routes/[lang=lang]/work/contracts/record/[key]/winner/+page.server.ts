import { redirect } from '@sveltejs/kit';
import { showWinnerForm } from '#features/contracts/server/signing/signing-page.ts';
import { recordWinner } from '#features/contracts/server/signing/winner.ts';
import { recordWinner as winnerSchema } from '#features/contracts/signing-schema.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const title = translator(locals.language)('signing.winner.mark');
  return {
    page: await showWinnerForm(locals.app, locals.actor, params.key),
    title,
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      winnerSchema,
      (command) => recordWinner(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#winner`),
    ),
};
