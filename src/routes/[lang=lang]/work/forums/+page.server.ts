import { showForumWork } from '#features/forums/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await showForumWork(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('forum.work'), noindex: true },
});
