import { fail, redirect } from '@sveltejs/kit';
import { deleteSchema } from '#features/accounts/schema.ts';
import { forgetBrowser, signedIn } from '#features/accounts/server/entry.ts';
import { deleteOwnAccount, readOwnAccount } from '#features/accounts/server/own-account.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  hasPassword: (await readOwnAccount(locals.app, signedIn(locals))).hasPassword,
  meta: { title: translator(locals.language)('accounts.delete'), noindex: true },
});

export const actions: Actions = {
  delete: async (event) => {
    const { app, language, requestId } = event.locals;
    const parsed = parseForm(deleteSchema, await event.request.formData());
    if (parsed.kind === 'refused') return fail(400, parsed.state);
    const outcome = await deleteOwnAccount(
      app,
      signedIn(event.locals),
      parsed.command.currentPassword,
      requestId,
    );
    if (outcome.kind === 'refused') return fail(400, { fields: parsed.fields, faults: outcome.faults });
    forgetBrowser(event);
    redirect(303, `/${language}`);
  },
};
