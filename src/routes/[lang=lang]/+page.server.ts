import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showOverview } from '#features/overview/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const { app, language } = locals;
  const t = translator(language);
  const asOf = await asOfPage({ locals, url, setHeaders });
  return {
    asOf,
    overview: await showOverview(app, asOf),
    meta: {
      noindex: isDated(asOf),
      title: t('home.title'),
      description: t('site.description'),
      feed: `/${language}/feed.xml`,
      card: `/og/${language}/home.png`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: t('site.name'),
        alternateName: t('site.tagline'),
        url: app.config.publicUrl,
        description: t('site.description'),
      },
    },
  };
};
