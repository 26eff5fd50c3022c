import { describeForReaders } from '#features/opendata/server/datasets.ts';
import { licences } from '#features/opendata/server/titles.ts';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const { app, language } = locals;
  const t = translator(language);
  const { publicUrl } = app.config;
  const datasets = await describeForReaders(app);
  return {
    datasets,
    licences: licences.map(({ title, path }) => ({ title, path })),
    meta: {
      title: t('nav.data'),
      description: t('data.lede'),
      feed: `/${language}/feed.xml`,
      card: `/og/${language}/home.png`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: t('data.openapi.title'),
        description: t('data.lede'),
        license: licences[0].path,
        isAccessibleForFree: true,
        inLanguage: [...languages],
        url: `${publicUrl}/${language}/data`,
        distribution: datasets.map(({ name }) => ({
          '@type': 'DataDownload',
          name,
          encodingFormat: 'text/csv',
          contentUrl: `${publicUrl}/api/v1/${name}.csv`,
        })),
      },
    },
  };
};
