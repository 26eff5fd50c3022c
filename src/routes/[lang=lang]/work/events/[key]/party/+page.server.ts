import { redirect } from '@sveltejs/kit';
import { partyForm } from '#features/events/plan-schema.ts';
import { partyFields, saveParty } from '#features/events/server/save-party.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { choicesOf, showPlan } from '#features/events/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);
  const { parties } = await showPlan(app, actor, params.key);
  const row = parties.find(({ id }) => id === url.searchParams.get('row'));
  const title = translator(language)(row ? 'event.work.change-party' : 'event.work.add-party');
  return {
    plan,
    choices: await choicesOf(app, language),
    logo: row?.logo ?? null,
    state: { fields: row ? partyFields(row) : {}, faults: [] },
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      partyForm,
      async (command, data) =>
        saveParty(locals.app, locals.actor, params.key, {
          ...command,
          logo: await bytesOfFile(data, 'logo'),
        }),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#party`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
