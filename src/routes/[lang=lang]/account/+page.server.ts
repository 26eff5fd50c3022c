import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Outcome } from '#forms/form.ts';
import { parseForm } from '#forms/parse-form.ts';
import {
  emailSchema,
  passwordSchema,
  profileSchema,
  sessionSchema,
  unlinkSchema,
} from '#features/accounts/schema.ts';
import { signedIn } from '#features/accounts/server/entry.ts';
import { listIdentities, unlinkIdentity } from '#features/accounts/server/own-identities.ts';
import * as own from '#features/accounts/server/own-account.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const visitor = signedIn(locals);
  return {
    account: visitor.account,
    sessionId: visitor.sessionId,
    ...(await own.readOwnAccount(locals.app, visitor)),
    identities: await listIdentities(locals.app, visitor),
    done: url.searchParams.get('done'),
    meta: { title: translator(locals.language)('accounts.signed-in'), noindex: true },
  };
};

/** Several forms stand on the page: what is shown again says which of them it is. */
async function run<Schema extends z.ZodType>(
  form: 'profile' | 'email' | 'password' | 'provider',
  request: Request,
  schema: Schema,
  work: (command: z.output<Schema>) => Promise<Outcome<null>>,
) {
  const parsed = parseForm(schema, await request.formData());
  if (parsed.kind === 'refused') return fail(400, { form, state: parsed.state });
  const outcome = await work(parsed.command);
  if (outcome.kind === 'refused') {
    return fail(400, { form, state: { fields: parsed.fields, faults: outcome.faults } });
  }
  redirect(303, `?done=${form}`);
}

export const actions: Actions = {
  profile: ({ locals, request }) =>
    run('profile', request, profileSchema, (command) =>
      own.changeProfile(locals.app, signedIn(locals), command, locals.requestId),
    ),
  email: ({ locals, request }) =>
    run('email', request, emailSchema, (command) => own.askForEmail(locals.app, signedIn(locals), command)),
  password: ({ locals, request }) =>
    run('password', request, passwordSchema, (command) =>
      own.changePassword(locals.app, signedIn(locals), command, locals.requestId),
    ),
  unlink: ({ locals, request }) =>
    run('provider', request, unlinkSchema, ({ identityId }) =>
      unlinkIdentity(locals.app, signedIn(locals), identityId, locals.requestId),
    ),
  end: async ({ locals, request }) => {
    const parsed = parseForm(sessionSchema, await request.formData());
    if (parsed.kind === 'parsed') {
      const { sessionId } = parsed.command;
      await own.endOwnSessions(locals.app, signedIn(locals), sessionId ?? undefined, locals.requestId);
    }
    redirect(303, `/${locals.language}/account`);
  },
};
