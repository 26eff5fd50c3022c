import { redirect } from '@sveltejs/kit';
import { localPath } from '#features/accounts/local-path.ts';
import { readProviderFault } from '#features/accounts/provider-fault.ts';
import { passkeySchema, signInSchema } from '#features/accounts/schema.ts';
import { enter, requestOf, secondsForAddress } from '#features/accounts/server/entry.ts';
import { signInOptions, signInWithPasskey } from '#features/accounts/server/passkeys.ts';
import { refuse, rest } from '#features/accounts/server/refuse.ts';
import { signInWithPassword } from '#features/accounts/server/sign-in.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = localPath(url.searchParams.get('next'));
  if (locals.visitor.kind === 'signed-in') redirect(303, next ?? `/${locals.language}/work`);
  return {
    next,
    passkey: signInOptions(locals.app),
    provider: locals.app.config.provider?.name,
    providerFault: readProviderFault(url.searchParams.get('provider')),
    meta: { title: translator(locals.language)('accounts.sign-in'), noindex: true },
  };
};

export const actions: Actions = {
  password: async (event) => {
    const parsed = parseForm(signInSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse(parsed.state.fields, ...parsed.state.faults);
    const { fields, command } = parsed;
    const seconds = await secondsForAddress(event.locals, event.getClientAddress());
    if (seconds > 0) return rest(event, fields, 'email', seconds);
    const outcome = await signInWithPassword(event.locals.app, command, requestOf(event));
    switch (outcome.kind) {
      case 'resting':
        return rest(event, fields, 'email', outcome.seconds);
      case 'refused':
        return refuse(fields, { field: 'email', key: 'accounts.fault.no-match' });
      case 'done':
        redirect(303, await enter(event, outcome.cookie));
    }
  },
  passkey: async (event) => {
    const parsed = parseForm(passkeySchema, await event.request.formData());
    const answer = parsed.kind === 'parsed' ? parsed.command.answer : '';
    const seconds = await secondsForAddress(event.locals, event.getClientAddress());
    if (seconds > 0) return rest(event, {}, 'answer', seconds);
    const cookie = await signInWithPasskey(event.locals.app, answer, requestOf(event));
    if (!cookie) return refuse({}, { field: 'answer', key: 'accounts.passkey.failed' });
    redirect(303, await enter(event, cookie));
  },
};
