import { redirect } from '@sveltejs/kit';
import { beginCorrection, showContextWork } from '#features/context/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await showContextWork(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('work.area.context'), noindex: true },
});

export const actions: Actions = {
  correct: async ({ locals, request }) => {
    const name = (await request.formData()).get('name');
    const { id } = await beginCorrection(locals.app, locals.actor, typeof name === 'string' ? name : '');
    redirect(303, `/${locals.language}/work/context/${id}`);
  },
};
