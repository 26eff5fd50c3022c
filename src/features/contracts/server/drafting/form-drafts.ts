import { fail } from '@sveltejs/kit';
import type { Actor } from '#features/accounts/actor.ts';
import { saveDraft } from '#features/work/server/drafts.ts';
import { typedFields } from '#forms/parse-form.ts';
import type { App } from '#server/app.ts';

/** The action `draft` of a form: keeps what was typed, valid or not. @param form its path without the language */
export async function keepTyping({ app, actor }: { app: App; actor: Actor }, request: Request, form: string) {
  const fields = typedFields(await request.formData());
  const { savedAt } = await saveDraft(app, actor, { form, fields });
  return fail(200, { fields, faults: [], savedAt: savedAt.toISOString() });
}
