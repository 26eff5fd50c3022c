import { redirect } from '@sveltejs/kit';
import { endRoleSchema } from '#features/accounts/schema.ts';
import { endRole, findEndableRole } from '#features/accounts/server/people.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  return {
    ...(await findEndableRole(app, actor, url.searchParams.get('id') ?? '')),
    meta: { title: translator(language)('accounts.end.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      endRoleSchema,
      (command) => endRole(locals.app, locals.actor, command, locals.requestId),
      () => redirect(303, `/${locals.language}/work/people`),
    ),
};
