import { redirect } from '@sveltejs/kit';
import { localPath } from '#features/accounts/local-path.ts';
import { codeSchema } from '#features/accounts/schema.ts';
import { enter } from '#features/accounts/server/entry.ts';
import { signInOptions } from '#features/accounts/server/passkeys.ts';
import { refuse, rest } from '#features/accounts/server/refuse.ts';
import { passByCode } from '#features/accounts/server/second-factor.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = localPath(url.searchParams.get('next'));
  const { visitor, language } = locals;
  if (visitor.kind === 'signed-in') redirect(303, next ?? `/${language}/work`);
  if (visitor.kind !== 'halfway') redirect(303, `/${language}/sign-in`);
  return {
    next,
    passkey: signInOptions(locals.app),
    meta: { title: translator(language)('accounts.code.title'), noindex: true },
  };
};

export const actions: Actions = {
  code: async (event) => {
    const { app, visitor, language, requestId } = event.locals;
    if (visitor.kind !== 'halfway') redirect(303, `/${language}/sign-in`);
    const parsed = parseForm(codeSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse({}, ...parsed.state.faults);
    const outcome = await passByCode(app, visitor, parsed.command.code, requestId);
    switch (outcome.kind) {
      case 'resting':
        return rest(event, {}, 'code', outcome.seconds);
      case 'wrong':
        return refuse({}, { field: 'code', key: 'accounts.fault.code' });
      case 'done':
        redirect(303, await enter(event, outcome.cookie));
    }
  },
};
