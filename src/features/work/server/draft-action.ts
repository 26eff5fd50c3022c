import { fail } from '@sveltejs/kit';
import type { Actor } from '#features/accounts/actor.ts';
import { saveDraft } from './drafts.ts';
import { typedFields } from '#forms/parse-form.ts';
import type { App } from '#server/app.ts';

/** The form action `draft`: keeps what was typed, valid or not. */
export async function draftAction(locals: { app: App; actor: Actor }, request: Request, form: string) {
  const fields = typedFields(await request.formData());
  const { savedAt } = await saveDraft(locals.app, locals.actor, { form, fields });
  return fail(200, { fields, faults: [], savedAt: savedAt.toISOString() });
}
