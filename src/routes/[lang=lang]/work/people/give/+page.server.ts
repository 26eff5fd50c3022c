import { redirect } from '@sveltejs/kit';
import { giveRoleSchema } from '#features/accounts/schema.ts';
import { giveFurtherRole, readGiving } from '#features/accounts/server/give-role.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const { app, actor, language } = locals;
  return {
    ...(await readGiving(app, actor, language)),
    meta: { title: translator(language)('accounts.give'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      giveRoleSchema,
      (command) => giveFurtherRole(locals.app, locals.actor, command, locals.requestId),
      () => redirect(303, `/${locals.language}/work/people?given=1`),
    ),
};
