import { isDated } from '#features/monitoring/as-of.ts';
import { monitoringFilter } from '#features/monitoring/schema.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showMonitoring } from '#features/monitoring/server/monitoring-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const t = translator(locals.language);
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showMonitoring(locals.app, monitoringFilter.parse(queryOf(url.searchParams)), asOf);
  return {
    page,
    asOf,
    meta: {
      noindex: isDated(asOf),
      title: t('nav.monitoring'),
      description: t('monitoring.lede'),
      canonicalQuery: ['mandate', 'round', 'field', 'after'],
      feed: `/${locals.language}/feed.xml`,
      card: `/og/${locals.language}/monitoring.png`,
    },
  };
};
