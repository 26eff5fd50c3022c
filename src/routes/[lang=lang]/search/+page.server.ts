import { searchFilter } from '#features/search/schema.ts';
import { search } from '#features/search/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, language } = locals;
  const t = translator(language);
  const filter = searchFilter.parse(queryOf(url.searchParams));
  const answer = await search(app, { ...filter, language });
  return {
    filter,
    answer,
    meta: {
      title: answer.text === '' ? t('nav.search') : t('search.title', { query: answer.text }),
      noindex: true,
    },
  };
};
