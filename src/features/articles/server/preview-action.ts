import { fail } from '@sveltejs/kit';
import { fieldOf } from '#forms/form.ts';
import { typedFields } from '#forms/parse-form.ts';
import { previewOf } from './drafts.ts';

const longest = 60_000;

/**
 * The form action `preview`: shows the text as readers will see it above the form, which stays as it was typed. Nothing is saved.
 * @param may asks the policy about who sent it
 */
export async function previewAction(request: Request, may: () => unknown) {
  await may();
  const fields = typedFields(await request.formData());
  const text = (name: string) => fieldOf(fields, name).slice(0, longest);
  return fail(200, {
    fields,
    faults: [],
    preview: previewOf({ bodySq: text('bodySq'), bodyEn: text('bodyEn') }),
  });
}
