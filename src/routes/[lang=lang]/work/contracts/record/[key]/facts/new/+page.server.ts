import { redirect } from '@sveltejs/kit';
import { showFactForm } from '#features/contracts/server/signing/signing-page.ts';
import { recordFact } from '#features/contracts/server/signing/signatures.ts';
import { recordFact as factSchema } from '#features/contracts/signing-schema.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const title = translator(locals.language)('signing.work.add');
  return {
    page: await showFactForm(locals.app, locals.actor, params.key),
    title,
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      factSchema,
      (command, data) =>
        recordFact(
          locals.app,
          locals.actor,
          { kind: 'contract', key: params.key },
          command,
          data.get('scan'),
        ),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#signatures`),
    ),
};
