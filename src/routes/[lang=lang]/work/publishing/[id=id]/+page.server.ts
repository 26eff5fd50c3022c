import { redirect } from '@sveltejs/kit';
import { publishNow, takeStep } from '#features/publishing/schema.ts';
import { publicationToPrepare, publicationToPublish } from '#features/publishing/server/acting.ts';
import { preparePublication, showPublication, takeBack } from '#features/publishing/server/preparing.ts';
import { publishOne } from '#features/publishing/server/runs.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showPublication(locals.app, locals.actor, params.id);
  const title = translator(locals.language)('publishing.one', {
    municipality: page.publication.municipalityName,
  });
  return { page, title, meta: { title, noindex: true } };
};

export const actions: Actions = {
  prepare: ({ locals, params, request }) =>
    runForm(
      request,
      takeStep,
      () => preparePublication(locals.app, locals.actor, params.id),
      () => redirect(303, `/${locals.language}/work/publishing/${params.id}`),
      () => publicationToPrepare(locals.app.db, locals.actor, params.id),
    ),
  back: ({ locals, params, request }) =>
    runForm(
      request,
      takeStep,
      () => takeBack(locals.app, locals.actor, params.id),
      () => redirect(303, `/${locals.language}/work/publishing/${params.id}`),
      () => publicationToPrepare(locals.app.db, locals.actor, params.id),
    ),
  publish: ({ locals, params, request }) =>
    runForm(
      request,
      publishNow,
      (command) => publishOne(locals.app, locals.actor, params.id, command),
      ({ run }) => redirect(303, `/${locals.language}/work/publishing/runs/${run}`),
      () => publicationToPublish(locals.app.db, locals.actor, params.id),
    ),
};
