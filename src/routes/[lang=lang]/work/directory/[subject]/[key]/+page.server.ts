import { redirect } from '@sveltejs/kit';
import { entryForm } from '#features/directory/schema.ts';
import { entryToWrite, showEntry, writeEntry } from '#features/directory/server/directory.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showEntry(locals.app, locals.actor, params),
  meta: { title: translator(locals.language)('directory.title'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      entryForm,
      (command, data) => writeEntry(locals.app, locals.actor, params, command, typedFields(data)),
      () => redirect(303, `/${locals.language}/work/directory#${params.subject}`),
      () => entryToWrite(locals.app.db, locals.actor, params),
    ),
};
