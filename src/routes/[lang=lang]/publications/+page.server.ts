import { pageFilter } from '#features/library/schema.ts';
import { listPublications } from '#features/library/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  return {
    list: await listPublications(locals.app, pageFilter.parse(queryOf(url.searchParams))),
    meta: {
      title: t('nav.publications'),
      description: t('publications.lede'),
      canonicalQuery: ['after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
