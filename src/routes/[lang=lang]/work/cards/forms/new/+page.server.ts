import { redirect } from '@sveltejs/kit';
import { typedFrom } from '#features/cards/new-edition.ts';
import { newEdition } from '#features/cards/schema.ts';
import { beginEdition, makeEdition } from '#features/cards/server/forms.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { isId } from '#features/cards/ids.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const form = '/work/cards/forms/new';

function begunFrom(url: URL): string | null {
  const from = url.searchParams.get('from');
  return from !== null && isId(from) ? from : null;
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  const { fields, from } = await beginEdition(app, actor, begunFrom(url));
  return {
    fields,
    from: from && { id: from.id, key: from.key, edition: from.edition, name: from.name },
    begun: from ? { ...typedFrom(from), from: from.id } : { least: '1', most: '5' },
    draft: await findDraft(app, actor, form),
    meta: { title: translator(language)('cards.forms.new'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      newEdition,
      (command, data) => makeEdition(locals.app, locals.actor, command, typedFields(data), locals.requestId),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, form);
        redirect(303, `/${locals.language}/work/cards/forms/${id}`);
      },
    ),
  draft: ({ locals, request }) => draftAction(locals, request, form),
};
