import { fail, redirect } from '@sveltejs/kit';
import { outcomeForm } from '#features/conclusions/schema.ts';
import {
  addOutcome,
  conclusionToFollow,
  listTargets,
  showFollowUp,
} from '#features/conclusions/server/outcomes.ts';
import { fieldOf } from '#forms/form.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showFollowUp(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('conclusion.follow-up'), noindex: true },
});

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const answer = await runForm(
      request,
      outcomeForm,
      (command) => addOutcome(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}/work/conclusions/${params.id}#outcomes`),
      () => conclusionToFollow(locals.app.db, locals.actor, params.id),
    );
    // The form is shown again with what could be chosen from.
    const { fields } = answer.data;
    const chosen = await listTargets(locals.app, fieldOf(fields, 'municipality'));
    return fail(answer.status, { ...answer.data, chosen });
  },
  /** Shows what an outcome can be linked to in the municipality that was chosen; what was typed stays. */
  choose: async ({ locals, params, request }) => {
    await conclusionToFollow(locals.app.db, locals.actor, params.id);
    const fields = typedFields(await request.formData());
    const chosen = await listTargets(locals.app, fieldOf(fields, 'municipality'));
    return fail(200, { fields, faults: [], chosen });
  },
};
