import { redirect } from '@sveltejs/kit';
import { beginDraft as beginSchema } from '#features/contracts/draft-schema.ts';
import { beginDraft, listDrafts, mayBeginDraft } from '#features/contracts/server/drafting/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await listDrafts(locals.app, locals.actor, url.searchParams.get('municipality') ?? undefined)),
  meta: { title: translator(locals.language)('drafting.title'), noindex: true },
});

export const actions: Actions = {
  begin: ({ locals, request }) =>
    runForm(
      request,
      beginSchema,
      (command) => beginDraft(locals.app, locals.actor, command),
      ({ id }) => redirect(303, `/${locals.language}/work/contracts/${id}`),
      () => mayBeginDraft(locals.actor),
    ),
};
