import { fail, redirect } from '@sveltejs/kit';
import { showForm, withdrawEdition } from '#features/cards/server/forms.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { form, mayMake } = await showForm(locals.app, locals.actor, params.form);
  const name = pickText(form.name, locals.language);
  const title = translator(locals.language)('cards.form.name', { name, edition: form.edition });
  return { card: form, mayMake, meta: { title, noindex: true } };
};

export const actions: Actions = {
  withdraw: async ({ locals, params }) => {
    const outcome = await withdrawEdition(locals.app, locals.actor, params.form, locals.requestId);
    if (outcome.kind === 'refused') return fail(409, { faults: outcome.faults });
    redirect(303, `/${locals.language}/work/cards/forms`);
  },
};
