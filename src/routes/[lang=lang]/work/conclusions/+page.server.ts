import { showFollowUps } from '#features/conclusions/server/follow-ups.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  conclusions: await showFollowUps(locals.app, locals.actor),
  meta: { title: translator(locals.language)('conclusion.work'), noindex: true },
});
