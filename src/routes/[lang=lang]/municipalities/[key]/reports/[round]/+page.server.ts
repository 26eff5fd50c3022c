import { showReport } from '#features/reports/server/public.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showReport(locals.app, { round: params.round, municipality: params.key });
  const t = translator(locals.language);
  const { round, municipality } = page.report;
  const title = t('reports.title-of', { round: spanWords(round.key), name: municipality?.name ?? '' });
  return { page, meta: { title, description: t('reports.lede') } };
};
