import { redirect } from '@sveltejs/kit';
import { localPath } from '#features/accounts/local-path.ts';
import { codeSchema } from '#features/accounts/schema.ts';
import { signedIn, takeCookie } from '#features/accounts/server/entry.ts';
import { refuse, rest } from '#features/accounts/server/refuse.ts';
import * as factors from '#features/accounts/server/second-factor.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { qrShape } from '#ui/content/qr-code.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const own = signedIn(locals);
  const t = translator(locals.language);
  const { hasAuthenticator, recoveryCodesLeft } = await factors.readSecondFactors(locals.app, own.account.id);
  const key = hasAuthenticator
    ? undefined
    : await factors.startAuthenticator(locals.app, own, t('site.name'));
  return {
    next: localPath(url.searchParams.get('next')),
    isNeeded: locals.actor.kind === 'account' && locals.actor.awaitsSecondFactor,
    hasAuthenticator,
    recoveryCodesLeft,
    key: key && { text: key.text.replaceAll(/(.{4})(?=.)/g, '$1 '), picture: qrShape(key.address) },
    meta: { title: t('accounts.second-factor'), noindex: true },
  };
};

export const actions: Actions = {
  confirm: async (event) => {
    const { app, requestId } = event.locals;
    const parsed = parseForm(codeSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse({}, ...parsed.state.faults);
    const own = signedIn(event.locals);
    const outcome = await factors.confirmAuthenticator(app, own, parsed.command.code, requestId);
    switch (outcome.kind) {
      case 'resting':
        return rest(event, {}, 'code', outcome.seconds);
      case 'wrong':
        return refuse({}, { field: 'code', key: 'accounts.fault.code' });
      case 'done':
        takeCookie(event, outcome.cookie);
        return { recoveryCodes: outcome.recoveryCodes };
    }
  },
  renew: async ({ locals }) => ({
    recoveryCodes: await factors.renewRecoveryCodes(locals.app, signedIn(locals), locals.requestId),
  }),
  remove: async ({ locals }) => {
    await factors.removeAuthenticator(locals.app, signedIn(locals), locals.requestId);
    redirect(303, `/${locals.language}/account/security`);
  },
};
