import { opinionFilter } from '#features/articles/schema.ts';
import { listOpinions } from '#features/articles/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = opinionFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listOpinions(locals.app, filter),
    meta: {
      title: t('nav.opinions'),
      description: t('opinions.lede'),
      canonicalQuery: ['kind', 'municipality', 'year', 'after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
