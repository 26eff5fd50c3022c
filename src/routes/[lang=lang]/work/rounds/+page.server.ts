import { plansRounds } from '#features/rounds/policy.ts';
import { listPlans } from '#features/rounds/server/plans.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  rounds: await listPlans(locals.app, locals.actor),
  mayPlan: plansRounds(locals.actor),
  meta: { title: translator(locals.language)('rounds.title'), noindex: true },
});
