import { redirect } from '@sveltejs/kit';
import { inviteSchema, withdrawSchema } from '#features/accounts/schema.ts';
import { invite, listInvitations, withdrawInvitation } from '#features/accounts/server/invitations.ts';
import { listPeople } from '#features/accounts/server/people.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  return {
    ...(await listPeople(app, actor, language)),
    invitations: await listInvitations(app, actor),
    isDone: url.searchParams.has('done'),
    isGiven: url.searchParams.has('given'),
    meta: { title: translator(language)('accounts.people'), noindex: true },
  };
};

export const actions: Actions = {
  invite: ({ locals, request }) =>
    runForm(
      request,
      inviteSchema,
      (command) => invite(locals.app, locals.actor, command, locals.requestId),
      () => redirect(303, '?done=1'),
    ),
  withdraw: ({ locals, request }) =>
    runForm(
      request,
      withdrawSchema,
      async ({ invitationId }) => {
        await withdrawInvitation(locals.app, locals.actor, invitationId, locals.requestId);
        return { kind: 'done', value: null };
      },
      () => redirect(303, '?'),
    ),
};
