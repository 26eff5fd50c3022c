import { fail, redirect } from '@sveltejs/kit';
import { newPasswordSchema } from '#features/accounts/schema.ts';
import { enter, requestOf } from '#features/accounts/server/entry.ts';
import { findLink } from '#features/accounts/server/links.ts';
import { setPasswordByLink } from '#features/accounts/server/passwords.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const link = await findLink(locals.app, 'password', token);
  return {
    link: link && { email: link.email, token },
    meta: { title: translator(locals.language)('accounts.set-password'), noindex: true },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const parsed = parseForm(newPasswordSchema, await event.request.formData());
    if (parsed.kind === 'refused') return fail(400, { ...parsed.state, fields: {} });
    const cookie = await setPasswordByLink(event.locals.app, parsed.command, requestOf(event));
    if (!cookie) return fail(400, { fields: {}, faults: [] });
    redirect(303, await enter(event, cookie));
  },
};
