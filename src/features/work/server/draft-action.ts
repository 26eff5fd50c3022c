import { fail } from '@sveltejs/kit';
import type { Actor } from '#features/accounts/actor.ts';
import { saveDraft } from './drafts.ts';
import type { Fields } from '#forms/form.ts';
import { typedFields } from '#forms/parse-form.ts';
import type { App } from '#server/app.ts';

/**
 * The form action `draft`: keeps what was typed, valid or not.
 * @param form its path without the language; or how to find it by what was typed
 * @param may asks the policy about who sent it, as `save` does: nobody is to type what they can't save
 */
export async function draftAction(
  locals: { app: App; actor: Actor },
  request: Request,
  form: string | ((typed: Fields) => string),
  may?: () => unknown,
) {
  await may?.();
  const fields = typedFields(await request.formData());
  const { savedAt } = await saveDraft(locals.app, locals.actor, {
    form: typeof form === 'string' ? form : form(fields),
    fields,
  });
  return fail(200, { fields, faults: [], savedAt: savedAt.toISOString() });
}
