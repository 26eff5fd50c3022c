import { redirect } from '@sveltejs/kit';
import { spanWords } from '#features/monitoring/words.ts';
import { pressed } from '#features/reports/schema.ts';
import { makeAllReports, showYear } from '#features/reports/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showYear(locals.app, locals.actor, params);
  const title = translator(locals.language)('reports.work.round', {
    number: page.year.number,
    mandate: spanWords(page.year.mandate),
  });
  return { page, meta: { title, noindex: true } };
};

export const actions: Actions = {
  make: ({ locals, params, request }) =>
    runForm(
      request,
      pressed,
      () => makeAllReports(locals.app, locals.actor, params, locals.requestId),
      () => redirect(303, `/${locals.language}/work/reports/${params.mandate}/${params.number}`),
    ),
};
