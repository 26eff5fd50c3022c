import { articleFilter } from '#features/articles/schema.ts';
import { listArticles } from '#features/articles/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = articleFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listArticles(locals.app, filter),
    meta: {
      title: t('nav.news'),
      description: t('news.lede'),
      canonicalQuery: ['kind', 'municipality', 'organisation', 'year', 'after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
