import { redirect } from '@sveltejs/kit';
import { followsStarts } from '#features/starting/policy.ts';
import { trainedForm } from '#features/starting/schema.ts';
import { markTrained, showStarts } from '#features/starting/server/starting.ts';
import { translator } from '#i18n/translate.ts';
import { DomainError } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  starts: await showStarts(locals.app, locals.actor),
  meta: { title: translator(locals.language)('starting.title'), noindex: true },
});

export const actions: Actions = {
  trained: ({ locals, request }) =>
    runForm(
      request,
      trainedForm,
      (command) => markTrained(locals.app, locals.actor, command),
      () => redirect(303, `/${locals.language}/work/start`),
      () => {
        if (!followsStarts(locals.actor)) throw new DomainError('forbidden', 'start');
      },
    ),
};
