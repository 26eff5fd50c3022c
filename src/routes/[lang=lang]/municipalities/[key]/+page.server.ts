import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showMunicipality } from '#features/places/server/municipality-page.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const t = translator(locals.language);
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showMunicipality(locals.app, params.key, asOf);
  const { name, key, county, longitude, latitude } = page.municipality;
  const path = `/${locals.language}/municipalities/${key}`;
  return {
    page,
    asOf,
    meta: {
      noindex: isDated(asOf),
      title: t('municipality.title', { name }),
      description: t('municipality.description', { name }),
      feed: `${path}/feed.xml`,
      card: `/og/${locals.language}/municipalities/${key}.png`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'AdministrativeArea',
        name,
        containedInPlace: { '@type': 'AdministrativeArea', name: county.name },
        geo: { '@type': 'GeoCoordinates', latitude, longitude },
        url: `${locals.app.config.publicUrl}${path}`,
      },
    },
  };
};
