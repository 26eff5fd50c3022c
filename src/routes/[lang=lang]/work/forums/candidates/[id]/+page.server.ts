import { redirect } from '@sveltejs/kit';
import { historyOf } from '#features/audit/server/service.ts';
import { mayWorkOnForums } from '#features/forums/policy.ts';
import { candidacyForm } from '#features/forums/schema.ts';
import {
  candidacyToChange,
  changeCandidacy,
  fieldsOf,
  showCandidacy,
} from '#features/forums/server/candidates.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/work/forums/candidates/${id}`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const candidacy = await showCandidacy(app, actor, params.id);
  const mayWork = mayWorkOnForums(actor, candidacy.municipalityId);
  return {
    candidacy,
    mayWork,
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: fieldsOf(candidacy), faults: [] },
    history: await historyOf(app, actor, { kind: 'candidacy', id: params.id }),
    meta: { title: candidacy.name, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      candidacyForm,
      (command) => changeCandidacy(locals.app, locals.actor, params.id, command),
      async () => {
        await dropDraft(locals.app.db, locals.actor, pathOf(params.id));
        redirect(303, `/${locals.language}/work/forums#candidates`);
      },
      () => candidacyToChange(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.id), () =>
      candidacyToChange(locals.app.db, locals.actor, params.id),
    ),
};
