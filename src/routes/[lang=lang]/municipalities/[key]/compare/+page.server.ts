import { comparisonFilter } from '#features/monitoring/schema.ts';
import { showComparison } from '#features/monitoring/server/compare-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { round } = comparisonFilter.parse(queryOf(url.searchParams));
  const page = await showComparison(locals.app, params.key, round);
  const t = translator(locals.language);
  return {
    page,
    meta: {
      title: t('compare.title', { name: page.municipality.name }),
      description: t('compare.lede'),
      canonicalQuery: ['round'],
    },
  };
};
