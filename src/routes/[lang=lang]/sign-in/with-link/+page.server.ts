import { redirect } from '@sveltejs/kit';
import { tokenSchema } from '#features/accounts/schema.ts';
import { enter, requestOf } from '#features/accounts/server/entry.ts';
import { findLink } from '#features/accounts/server/links.ts';
import { refuse } from '#features/accounts/server/refuse.ts';
import { signInByLink } from '#features/accounts/server/sign-in-by-link.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

// Looking at the page uses nothing up: mail programs look at links before people do.
export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const link = await findLink(locals.app, 'sign-in', token);
  return {
    link: link && { email: link.email, token },
    meta: { title: translator(locals.language)('accounts.sign-in'), noindex: true },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const parsed = parseForm(tokenSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse({});
    const cookie = await signInByLink(event.locals.app, parsed.command.token, requestOf(event));
    if (!cookie) return refuse({});
    redirect(303, await enter(event, cookie));
  },
};
