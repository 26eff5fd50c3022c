import { listAssessments } from '#features/evidence/server/items.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  assessments: await listAssessments(locals.app, locals.actor),
  meta: { title: translator(locals.language)('evidence.work'), noindex: true },
});
