import { redirect } from '@sveltejs/kit';
import { importForm } from '#features/articles/schema.ts';
import { mayKeepAddresses } from '#features/articles/server/addresses.ts';
import { listImports } from '#features/articles/server/wordpress/report.ts';
import { importUpload } from '#features/articles/server/wordpress/take-upload.ts';
import { listOrganisations } from '#features/articles/server/organisations.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile, nameOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  imports: await listImports(locals.app, locals.actor),
  organisations: await listOrganisations(locals.app),
  meta: { title: translator(locals.language)('import.title'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      importForm,
      async (command, data) =>
        importUpload(locals.app, locals.actor, command, {
          bytes: await bytesOfFile(data, 'file'),
          name: nameOfFile(data, 'file'),
          pictures: await bytesOfFile(data, 'pictures'),
        }),
      ({ id }) => redirect(303, `/${locals.language}/work/articles/import/${id}`),
      () => mayKeepAddresses(locals.actor),
    ),
};
