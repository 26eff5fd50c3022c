import { redirect } from '@sveltejs/kit';
import { publication, resultsWanted } from '#features/cards/schema.ts';
import { municipalityToPublish, publishScores } from '#features/cards/server/publish.ts';
import { showResults } from '#features/cards/server/results.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const wanted = resultsWanted.parse(Object.fromEntries(url.searchParams));
  const page = await showResults(locals.app, locals.actor, params.municipality, wanted);
  const title = translator(locals.language)('cards.results.of', { name: page.municipality.name });
  return { page, meta: { title, noindex: true } };
};

export const actions: Actions = {
  publish: ({ locals, params, request }) =>
    runForm(
      request,
      publication,
      (command) => publishScores(locals.app, locals.actor, params.municipality, command, locals.requestId),
      () => redirect(303, `/${locals.language}/municipalities/${params.municipality}/issues`),
      () => municipalityToPublish(locals.app.db, locals.actor, params.municipality),
    ),
};
