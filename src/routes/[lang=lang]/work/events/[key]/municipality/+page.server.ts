import { redirect } from '@sveltejs/kit';
import { municipalityForm } from '#features/events/plan-schema.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { municipalityFields, saveMunicipality } from '#features/events/server/save-municipality.ts';
import { choicesOf, showPlan } from '#features/events/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const plan = await planToChange(app.db, actor, params.key);
  const { municipalities } = await showPlan(app, actor, params.key);
  const row = municipalities.find(({ id }) => id === url.searchParams.get('row'));
  const title = translator(language)(row ? 'event.work.change-municipality' : 'event.work.add-municipality');
  return {
    plan,
    choices: await choicesOf(app, language),
    state: { fields: row ? municipalityFields(row) : {}, faults: [] },
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      municipalityForm,
      (command) => saveMunicipality(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#municipality`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
