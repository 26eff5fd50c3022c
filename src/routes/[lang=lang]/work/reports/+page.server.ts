import { listYears } from '#features/reports/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  years: await listYears(locals.app, locals.actor),
  meta: { title: translator(locals.language)('reports.all'), noindex: true },
});
