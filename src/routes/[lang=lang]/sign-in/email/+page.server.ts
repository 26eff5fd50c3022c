import { redirect } from '@sveltejs/kit';
import { tokenSchema } from '#features/accounts/schema.ts';
import { findLink } from '#features/accounts/server/links.ts';
import { confirmEmail } from '#features/accounts/server/own-account.ts';
import { refuse } from '#features/accounts/server/refuse.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const link = await findLink(locals.app, 'email', token);
  return {
    link: link && { email: link.email, token },
    meta: { title: translator(locals.language)('accounts.change-email'), noindex: true },
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const parsed = parseForm(tokenSchema, await request.formData());
    if (parsed.kind === 'refused') return refuse({});
    if (!(await confirmEmail(locals.app, parsed.command.token, locals.requestId))) return refuse({});
    redirect(303, `/${locals.language}/account`);
  },
};
