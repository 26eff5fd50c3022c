import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { newRequest } from '#features/evidence/requests/schema.ts';
import {
  draftOfNew,
  municipalityToAsk,
  requestChoices,
  writeRequest,
} from '#features/evidence/server/requests/writing.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { fieldOf } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  const draft = await findDraft(app, actor, draftOfNew);
  const asked = url.searchParams.get('municipality') ?? fieldOf(draft?.fields ?? {}, 'municipalityId');
  const { municipalities, chosen } = await municipalityToAsk(app, actor, asked);
  return {
    municipalities,
    choices: chosen ? await requestChoices(app, actor, chosen.id) : undefined,
    draft,
    id: randomUUID(),
    meta: { title: translator(language)('requests.new'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      newRequest,
      (command) => writeRequest(locals.app, locals.actor, command, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/requests/${id}`),
      () => municipalityToAsk(locals.app, locals.actor, ''),
    ),
  draft: ({ locals, request }) =>
    draftAction(locals, request, draftOfNew, () => municipalityToAsk(locals.app, locals.actor, '')),
};
