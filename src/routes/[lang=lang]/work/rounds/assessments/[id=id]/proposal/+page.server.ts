import { redirect } from '@sveltejs/kit';
import { takeProposalForm } from '#features/rounds/schema.ts';
import { assessmentToAssign, showProposal, takeProposal } from '#features/rounds/server/assign.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showProposal(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('rounds.proposal'), noindex: true },
});

export const actions: Actions = {
  take: ({ locals, params, request }) =>
    runForm(
      request,
      takeProposalForm,
      (command) => takeProposal(locals.app, locals.actor, params.id, command),
      ({ changed, left }) =>
        redirect(
          303,
          `/${locals.language}/work/rounds/assessments/${params.id}?changed=${changed}&left=${left}`,
        ),
      () => assessmentToAssign(locals.app, locals.actor, params.id),
    ),
};
