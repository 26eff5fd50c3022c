import { monitoringFilter } from '#features/monitoring/schema.ts';
import { showMonitoring } from '#features/monitoring/server/monitoring-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const page = await showMonitoring(locals.app, monitoringFilter.parse(queryOf(url.searchParams)));
  return {
    page,
    meta: {
      noindex: page.asOf !== null,
      title: t('nav.monitoring'),
      description: t('monitoring.lede'),
      canonicalQuery: ['mandate', 'round', 'field', 'after'],
      feed: `/${locals.language}/feed.xml`,
      card: `/og/${locals.language}/monitoring.png`,
    },
  };
};
