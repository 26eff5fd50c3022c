import { contractFilter } from '#features/contracts/schema.ts';
import { listContracts } from '#features/contracts/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  return {
    list: await listContracts(locals.app, contractFilter.parse(queryOf(url.searchParams))),
    meta: {
      title: t('nav.contracts'),
      description: t('contracts.lede'),
      canonicalQuery: ['mandate', 'after'],
      card: `/og/${locals.language}/contracts.png`,
    },
  };
};
