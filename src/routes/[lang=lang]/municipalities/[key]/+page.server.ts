import { showMunicipality } from '#features/places/server/municipality-page.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const page = await showMunicipality(locals.app, params.key);
  const { name, key, county, longitude, latitude } = page.municipality;
  const path = `/${locals.language}/municipalities/${key}`;
  return {
    page,
    meta: {
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
