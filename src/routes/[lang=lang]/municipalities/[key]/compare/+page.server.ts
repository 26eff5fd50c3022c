import { isDated } from '#features/monitoring/as-of.ts';
import { comparisonFilter } from '#features/monitoring/schema.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showComparison } from '#features/monitoring/server/compare-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const { round } = comparisonFilter.parse(queryOf(url.searchParams));
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showComparison(locals.app, params.key, round, asOf);
  const t = translator(locals.language);
  return {
    page,
    asOf,
    meta: {
      noindex: isDated(asOf),
      title: t('compare.title', { name: page.municipality.name }),
      description: t('compare.lede'),
      canonicalQuery: ['round'],
    },
  };
};
