import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { reopenForm } from '#features/rounds/schema.ts';
import { showAssessment } from '#features/rounds/server/assessment-page.ts';
import { openCoding, reopenEvidence } from '#features/rounds/server/open-coding.ts';
import { wholeNumber } from '#forms/fields.ts';
import { queryOf } from '#i18n/query.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What came of assigning people, as the form's answer leads here. */
const told = z.object({
  changed: wholeNumber(0, 100_000).optional().catch(undefined),
  left: wholeNumber(0, 100_000).optional().catch(undefined),
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showAssessment(locals.app, locals.actor, params.id);
  return {
    page,
    told: told.parse(queryOf(url.searchParams)),
    meta: { title: page.progress.municipality, noindex: true },
  };
};

export const actions: Actions = {
  open: ({ locals, params, request }) =>
    runForm(
      request,
      z.object({}),
      () => openCoding(locals.app, locals.actor, params.id),
      () => redirect(303, `/${locals.language}/work/rounds/assessments/${params.id}`),
    ),
  reopen: ({ locals, params, request }) =>
    runForm(
      request,
      reopenForm,
      (command) => reopenEvidence(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/rounds/assessments/${params.id}`),
    ),
};
