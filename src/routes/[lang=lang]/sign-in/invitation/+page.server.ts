import { redirect } from '@sveltejs/kit';
import { acceptSchema } from '#features/accounts/schema.ts';
import { acceptInvitation } from '#features/accounts/server/accept-invitation.ts';
import { enter, requestOf } from '#features/accounts/server/entry.ts';
import { findInvitation } from '#features/accounts/server/invitations.ts';
import { refuse } from '#features/accounts/server/refuse.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const invitation = await findInvitation(locals.app, token);
  return {
    invitation: invitation && { ...invitation, token },
    meta: { title: translator(locals.language)('accounts.invitation.title'), noindex: true },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const parsed = parseForm(acceptSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse(parsed.state.fields, ...parsed.state.faults);
    const cookie = await acceptInvitation(event.locals.app, parsed.command, requestOf(event));
    if (!cookie) return refuse(parsed.fields);
    redirect(303, await enter(event, cookie));
  },
};
