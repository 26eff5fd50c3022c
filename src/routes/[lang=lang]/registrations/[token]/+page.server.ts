import { fail, redirect } from '@sveltejs/kit';
import { passCookie } from '#features/registration/pass-cookie.ts';
import { changeForm } from '#features/registration/schema.ts';
import { showByLink } from '#features/registration/server/manage-page.ts';
import {
  cancelByLink,
  changeByLink,
  confirmByLink,
  stayByLink,
} from '#features/registration/server/managing.ts';
import { passByLink } from '#features/registration/server/voting-pass.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { notFound } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, getClientAddress }) => {
  const page = await showByLink(locals.app, params.token, getClientAddress());
  const meta = { title: translator(locals.language)('registration.yours'), noindex: true };
  return { page: page ?? null, token: params.token, done: url.searchParams.get('done'), meta };
};

export const actions: Actions = {
  change: async ({ locals, params, request, getClientAddress }) => {
    const link = { token: params.token, address: getClientAddress() };
    // Who has no registration is told so before what they typed is looked at.
    if (!(await showByLink(locals.app, link.token, link.address))) throw notFound('registration');
    return runForm(
      request,
      changeForm,
      (command, data) => changeByLink(locals.app, link, { command, typed: typedFields(data) }),
      (done) => redirect(303, `${params.token}?done=${done}`),
    );
  },
  confirm: async ({ locals, params, getClientAddress }) => {
    const link = { token: params.token, address: getClientAddress() };
    const isTheirs = await confirmByLink(locals.app, link);
    if (isTheirs) redirect(303, `${params.token}?done=confirmed`);
    return fail(409, { fields: {}, faults: [{ field: 'confirm', key: 'registration.fault.late' as const }] });
  },
  floor: async ({ locals, params, cookies, getClientAddress }) => {
    const { app, language } = locals;
    const given = await passByLink(app, { token: params.token, address: getClientAddress() });
    if (!given) throw notFound('registration');
    const secure = app.config.publicUrl.startsWith('https:');
    const day = 24 * 60 * 60;
    cookies.set(passCookie, given.pass, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: day });
    redirect(303, `/${language}/events/${given.event}/floor`);
  },
  stay: async ({ locals, params, getClientAddress }) => {
    await stayByLink(locals.app, { token: params.token, address: getClientAddress() });
    redirect(303, `${params.token}?done=stays`);
  },
  cancel: async ({ locals, params, getClientAddress }) => {
    await cancelByLink(locals.app, { token: params.token, address: getClientAddress() });
    redirect(303, `${params.token}?done=cancelled`);
  },
};
