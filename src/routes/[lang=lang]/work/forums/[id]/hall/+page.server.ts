import { showClock } from '#features/forums/server/clock-service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  clock: await showClock(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('forum.hall'), noindex: true },
});
