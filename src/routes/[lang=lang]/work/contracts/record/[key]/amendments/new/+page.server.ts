import { redirect } from '@sveltejs/kit';
import { proposeAmendment } from '#features/contracts/server/signing/amendments.ts';
import { showProposalForm } from '#features/contracts/server/signing/signing-page.ts';
import { proposeAmendment as proposalSchema } from '#features/contracts/signing-schema.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const title = translator(locals.language)('amendment.propose');
  const priority = url.searchParams.get('priority') ?? undefined;
  return {
    page: await showProposalForm(locals.app, locals.actor, params.key, priority),
    title,
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      proposalSchema,
      (command) => proposeAmendment(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/contracts/record/${params.key}#amendments`),
    ),
};
