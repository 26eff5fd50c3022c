import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showReport } from '#features/reports/server/public.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showReport(locals.app, { round: params.round, municipality: null }, asOf);
  const t = translator(locals.language);
  const title = t('reports.network-title', { round: spanWords(page.report.round.key) });
  return { page, asOf, meta: { noindex: isDated(asOf), title, description: t('reports.lede-network') } };
};
