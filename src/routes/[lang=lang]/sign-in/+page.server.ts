import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '#features/accounts/local-path.ts';
import { signInSchema } from '#features/accounts/schema.ts';
import { enter, requestOf, secondsForAddress } from '#features/accounts/server/entry.ts';
import { signInWithPassword } from '#features/accounts/server/sign-in.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = localPath(url.searchParams.get('next'));
  if (locals.visitor.kind === 'signed-in') redirect(303, next ?? `/${locals.language}/work`);
  return { next, meta: { title: translator(locals.language)('accounts.sign-in'), noindex: true } };
};

export const actions: Actions = {
  password: async (event) => {
    const parsed = parseForm(signInSchema, await event.request.formData());
    if (parsed.kind === 'refused') return fail(400, parsed.state);
    const { fields, command } = parsed;
    const resting = (seconds: number) => {
      event.setHeaders({ 'retry-after': String(seconds) });
      const values = { minutes: Math.ceil(seconds / 60) };
      return fail(429, {
        fields,
        faults: [{ field: 'email', key: 'accounts.fault.resting', values }],
      } as const);
    };
    const seconds = secondsForAddress(event.getClientAddress());
    if (seconds > 0) return resting(seconds);
    const outcome = await signInWithPassword(event.locals.app, command, requestOf(event));
    switch (outcome.kind) {
      case 'resting':
        return resting(outcome.seconds);
      case 'refused':
        return fail(400, { fields, faults: [{ field: 'email', key: 'accounts.fault.no-match' }] } as const);
      case 'done':
        redirect(303, await enter(event, outcome.cookie));
    }
  },
};
