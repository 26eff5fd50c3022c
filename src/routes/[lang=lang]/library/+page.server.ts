import { catalogueFilter } from '#features/library/schema.ts';
import { searchCatalogue } from '#features/library/server/catalogue/search.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = catalogueFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    answer: await searchCatalogue(locals.app, locals.language, filter),
    meta: { title: t('nav.library'), description: t('library.lede') },
  };
};
