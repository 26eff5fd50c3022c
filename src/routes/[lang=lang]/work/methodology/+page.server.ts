import { redirect } from '@sveltejs/kit';
import { worksOnMethodology } from '#features/methodology/policy.ts';
import { draftForm, publishForm, signForm } from '#features/methodology/schema.ts';
import { publishVersion, saveDraft } from '#features/methodology/server/drafting.ts';
import { showMethodologyWork, signMethodology } from '#features/methodology/server/signing.ts';
import { translator } from '#i18n/translate.ts';
import { DomainError } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  work: await showMethodologyWork(locals.app, locals.actor),
  meta: { title: translator(locals.language)('methodology.work'), noindex: true },
});

function mustWork({ actor }: App.Locals): void {
  if (!worksOnMethodology(actor)) throw new DomainError('forbidden', 'methodology');
}

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      draftForm,
      (command) => saveDraft(locals.app, locals.actor, command),
      () => redirect(303, `/${locals.language}/work/methodology#draft`),
      () => mustWork(locals),
    ),
  publish: ({ locals, request }) =>
    runForm(
      request,
      publishForm,
      (command) => publishVersion(locals.app, locals.actor, command),
      ({ number }) => redirect(303, `/${locals.language}/methodology/versions/${number}`),
      () => mustWork(locals),
    ),
  sign: ({ locals, request }) =>
    runForm(
      request,
      signForm,
      (command) => signMethodology(locals.app, locals.actor, command),
      () => redirect(303, `/${locals.language}/work/methodology`),
      () => mustWork(locals),
    ),
};
