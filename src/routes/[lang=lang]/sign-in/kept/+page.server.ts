import { redirect } from '@sveltejs/kit';
import { pageOf } from '#features/accounts/places.ts';
import { findKeptForm, keptFormCookie } from '#features/accounts/server/kept-form.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ cookies, locals, url }) => {
  const { visitor, language } = locals;
  if (visitor.kind !== 'signed-in') redirect(303, `/${language}/sign-in`);
  const form = await findKeptForm(locals.app, cookies.get(keptFormCookie), visitor.account.id);
  if (!form) redirect(303, `/${language}/work`);
  return {
    form: { ...form, page: pageOf(new URL(form.action, url)) },
    meta: { title: translator(language)('accounts.kept.title'), noindex: true },
  };
};
