import { listPlans } from '#features/events/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await listPlans(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('event.work.title'), noindex: true },
});
