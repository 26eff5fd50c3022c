import { showContractPage } from '#features/contracts/server/contract-page.ts';
import { periodWords } from '#features/contracts/words.ts';
import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const t = translator(locals.language);
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showContractPage(locals.app, params.key, asOf);
  const { contract } = page;
  const title = t('contract.title', {
    municipality: contract.municipalityName,
    period: periodWords(contract),
  });
  return {
    ...page,
    title,
    asOf,
    meta: {
      noindex: isDated(asOf),
      title,
      description: t('contract.description', {
        municipality: contract.municipalityName,
        period: periodWords(contract),
      }),
      feed: `/${locals.language}/municipalities/${contract.municipalityKey}/feed.xml`,
      card: `/og/${locals.language}/contracts/${contract.key}.png`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'CreativeWork',
        name: title,
        inLanguage: locals.language,
        spatialCoverage: { '@type': 'AdministrativeArea', name: contract.municipalityName },
        temporalCoverage: `${contract.starts ?? contract.mandate.slice(0, 4)}/${contract.ends ?? contract.mandate.slice(5)}`,
        url: `${locals.app.config.publicUrl}/${locals.language}/contracts/${contract.key}`,
      },
    },
  };
};
