import { redirect } from '@sveltejs/kit';
import { localPath } from '#features/accounts/local-path.ts';
import { codeSchema, newPasskeySchema, removePasskeySchema } from '#features/accounts/schema.ts';
import { signedIn, takeCookie } from '#features/accounts/server/entry.ts';
import * as passkeys from '#features/accounts/server/passkeys.ts';
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
    passkeys: await passkeys.listPasskeys(locals.app, own),
    passkeyOptions: await passkeys.creationOptions(locals.app, own, t('site.name')),
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
  passkey: async (event) => {
    const { app, language, requestId } = event.locals;
    const parsed = parseForm(newPasskeySchema, await event.request.formData());
    const cookie =
      parsed.kind === 'parsed'
        ? await passkeys.addPasskey(app, signedIn(event.locals), parsed.command, requestId)
        : undefined;
    if (!cookie) return refuse({}, { field: 'answer', key: 'accounts.passkey.failed' });
    takeCookie(event, cookie);
    redirect(303, localPath(event.url.searchParams.get('next')) ?? `/${language}/account/security`);
  },
  'remove-passkey': async ({ locals, request }) => {
    const parsed = parseForm(removePasskeySchema, await request.formData());
    if (parsed.kind === 'parsed') {
      await passkeys.removePasskey(locals.app, signedIn(locals), parsed.command.passkeyId, locals.requestId);
    }
    redirect(303, `/${locals.language}/account/security`);
  },
  renew: async ({ locals }) => ({
    recoveryCodes: await factors.renewRecoveryCodes(locals.app, signedIn(locals), locals.requestId),
  }),
  remove: async ({ locals }) => {
    await factors.removeAuthenticator(locals.app, signedIn(locals), locals.requestId);
    redirect(303, `/${locals.language}/account/security`);
  },
};
