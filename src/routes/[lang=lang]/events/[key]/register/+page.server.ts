import { redirect } from '@sveltejs/kit';
import { registerForm } from '#features/registration/schema.ts';
import { showRegister } from '#features/registration/server/public.ts';
import { register } from '#features/registration/server/registering.ts';
import { typedFields } from '#forms/parse-form.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const page = await showRegister(locals.app, params.key);
  // How many places are free changes with everyone who registers.
  setHeaders({ 'cache-control': 'no-store' });
  const event = pickText(page.event.title, locals.language);
  const title = translator(locals.language)('registration.title', { event });
  return { page, isSent: url.searchParams.has('sent'), meta: { title, noindex: true } };
};

export const actions: Actions = {
  default: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      registerForm,
      (command, data) => {
        const { app, language } = locals;
        const sent = { command, typed: typedFields(data), language, address: getClientAddress() };
        return register(app, params.key, sent);
      },
      () => redirect(303, 'register?sent'),
    ),
};
