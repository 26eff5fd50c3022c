import { redirect } from '@sveltejs/kit';
import { showFirstFactForm } from '#features/contracts/server/signing/signing-page.ts';
import { recordFact } from '#features/contracts/server/signing/signatures.ts';
import { recordFact as factSchema } from '#features/contracts/signing-schema.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const title = translator(locals.language)('signing.work.first');
  return {
    page: await showFirstFactForm(locals.app, locals.actor, params.id),
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
        recordFact(locals.app, locals.actor, { kind: 'draft', id: params.id }, command, data.get('scan')),
      ({ contract }) => redirect(303, `/${locals.language}/work/contracts/record/${contract}#signatures`),
    ),
};
