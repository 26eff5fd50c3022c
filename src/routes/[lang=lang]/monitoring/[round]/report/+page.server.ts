import { showReport } from '#features/reports/server/public.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showReport(locals.app, { round: params.round, municipality: null });
  const t = translator(locals.language);
  const title = t('reports.network-title', { round: spanWords(page.report.round.key) });
  return { page, meta: { title, description: t('reports.lede-network') } };
};
