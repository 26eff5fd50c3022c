import { pageFilter } from '#features/library/schema.ts';
import { listExperiences } from '#features/library/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  return {
    list: await listExperiences(locals.app, pageFilter.parse(queryOf(url.searchParams))),
    meta: {
      title: t('nav.experiences'),
      description: t('experiences.lede'),
      canonicalQuery: ['after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
