import { redirect } from '@sveltejs/kit';
import { publicationToCorrect, startCorrection } from '#features/library/server/publish.ts';
import { pickText } from '#i18n/languages.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { title, key } = await publicationToCorrect(locals.app.db, locals.actor, params.key);
  return { title, key, meta: { title: pickText(title, locals.language), noindex: true } };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { id } = await startCorrection(locals.app, locals.actor, params.key);
    redirect(303, `/${locals.language}/work/library/${id}`);
  },
};
