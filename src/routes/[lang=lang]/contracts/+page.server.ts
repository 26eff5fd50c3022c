import { contractFilter } from '#features/contracts/schema.ts';
import { listContracts } from '#features/contracts/server/service.ts';
import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const t = translator(locals.language);
  const asOf = await asOfPage({ locals, url, setHeaders });
  const filter = contractFilter.parse(queryOf(url.searchParams));
  return {
    asOf,
    list: await listContracts(locals.app, filter, asOf.day ?? undefined),
    meta: {
      noindex: isDated(asOf),
      title: t('nav.contracts'),
      description: t('contracts.lede'),
      canonicalQuery: ['mandate', 'after'],
      card: `/og/${locals.language}/contracts.png`,
    },
  };
};
