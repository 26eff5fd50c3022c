import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { municipalitiesRecorded } from '#features/listening/policy.ts';
import { newPlan } from '#features/listening/schema.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { municipalityToPlan, planChoices, planSession } from '#features/listening/server/planning.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { fieldOf } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const form = '/work/listening/new';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, actor, language } = locals;
  const within = municipalitiesRecorded(actor);
  const draft = await findDraft(app, actor, form);
  const asked = url.searchParams.get('municipality') ?? fieldOf(draft?.fields ?? {}, 'municipalityId');
  const { municipalities, chosen } = await municipalityToPlan(app, actor, within, asked);
  return {
    municipalities,
    choices: chosen ? await planChoices(app, actor, chosen.id) : undefined,
    draft,
    id: randomUUID(),
    meta: { title: translator(language)('listening.new'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      newPlan,
      (plan) => planSession(locals.app, locals.actor, plan, locals.requestId),
      ({ id }) => redirect(303, `/${locals.language}/work/listening/${id}`),
    ),
  draft: ({ locals, request }) => draftAction(locals, request, form),
};
