import { redirect } from '@sveltejs/kit';
import { conclusionForm } from '#features/conclusions/schema.ts';
import { planToWrite } from '#features/conclusions/server/access.ts';
import { saveConclusion, showConclusionForm } from '#features/conclusions/server/written.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const formOf = ({ key, id }: { key: string; id: string }) => `/work/events/${key}/after/conclusions/${id}`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showConclusionForm(locals.app, locals.actor, params.key, params.id);
  return {
    page,
    state: (await findDraft(locals.app, locals.actor, formOf(params))) ?? {
      fields: page.fields,
      faults: [],
    },
    meta: { title: translator(locals.language)('after.conclusion'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      conclusionForm,
      (command) => saveConclusion(locals.app, locals.actor, params.key, { id: params.id, command }),
      async () => {
        await dropDraft(locals.app.db, locals.actor, formOf(params));
        redirect(303, `/${locals.language}/work/events/${params.key}/after#conclusions`);
      },
      () => planToWrite(locals.app.db, locals.actor, params.key),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () => planToWrite(locals.app.db, locals.actor, params.key)),
};
