import { redirect } from '@sveltejs/kit';
import { itemForm } from '#features/library/schema.ts';
import { draftOptions } from '#features/library/server/drafts.ts';
import { addItem } from '#features/library/server/shelf.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  options: await draftOptions(locals.app, locals.actor),
  meta: { title: translator(locals.language)('library.item.add'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      itemForm,
      (command) => addItem(locals.app, locals.actor, command),
      ({ id }) => redirect(303, `/${locals.language}/work/library/shelf/${id}?done=added`),
      () => draftOptions(locals.app, locals.actor),
    ),
};
