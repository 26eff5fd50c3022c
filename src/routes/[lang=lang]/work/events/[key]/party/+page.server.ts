import { redirect } from '@sveltejs/kit';
import { partyForm } from '#features/events/plan-schema.ts';
import { addParty } from '#features/events/server/parts.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { choicesOf } from '#features/events/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);

  return {
    plan,
    choices: await choicesOf(app, language),
    meta: { title: translator(language)('event.work.add-party'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      partyForm,
      async (command, data) =>
        addParty(locals.app, locals.actor, params.key, {
          ...command,
          logo: await bytesOfFile(data, 'logo'),
        }),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#party`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
