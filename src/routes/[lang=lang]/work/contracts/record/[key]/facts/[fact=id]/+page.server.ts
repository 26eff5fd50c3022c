import { redirect } from '@sveltejs/kit';
import { fieldsOfFact } from '#features/contracts/fact-fields.ts';
import { replaceFact, withdrawFact } from '#features/contracts/server/signing/signatures.ts';
import { showFactForm } from '#features/contracts/server/signing/signing-page.ts';
import {
  replaceFact as replaceSchema,
  withdrawFact as withdrawSchema,
} from '#features/contracts/signing-schema.ts';
import { notFound } from '#server/errors.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { fact, ...page } = await showFactForm(locals.app, locals.actor, params.key, params.fact);
  if (!fact) throw notFound(`fact ${params.fact}`);
  const title = translator(locals.language)('signing.work.correct');
  return { page, fact, fields: fieldsOfFact(fact), title, meta: { title, noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      replaceSchema,
      (command, data) =>
        replaceFact(
          locals.app,
          locals.actor,
          params.key,
          { ...command, signature: params.fact },
          data.get('scan'),
        ),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#signatures`),
    ),
  withdraw: ({ locals, params, request }) =>
    runForm(
      request,
      withdrawSchema,
      (command) => withdrawFact(locals.app, locals.actor, params.key, { ...command, signature: params.fact }),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#signatures`),
    ),
};
