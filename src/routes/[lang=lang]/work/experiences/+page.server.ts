import { redirect } from '@sveltejs/kit';
import { beginCorrection } from '#features/experiences/server/drafts.ts';
import { showExperienceWork } from '#features/experiences/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await showExperienceWork(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('work.area.experiences'), noindex: true },
});

export const actions: Actions = {
  correct: async ({ locals, request }) => {
    await showExperienceWork(locals.app, locals.actor);
    const key = (await request.formData()).get('key');
    const { id } = await beginCorrection(locals.app, locals.actor, typeof key === 'string' ? key : '');
    redirect(303, `/${locals.language}/work/experiences/${id}`);
  },
};
