import { experienceFilter } from '#features/experiences/filter.ts';
import { listExperiences } from '#features/experiences/server/public.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = experienceFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listExperiences(locals.app, filter),
    meta: {
      title: t('nav.experiences'),
      description: t('experiences.lede'),
      canonicalQuery: ['after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
