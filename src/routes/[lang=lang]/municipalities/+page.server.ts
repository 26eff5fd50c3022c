import { municipalityFilter } from '#features/places/schema.ts';
import { listOverviews } from '#features/places/server/overview.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = municipalityFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    overviews: await listOverviews(locals.app, filter, locals.language),
    meta: {
      title: t('nav.municipalities'),
      description: t('municipalities.lede'),
      canonicalQuery: ['county', 'after'],
      feed: `/${locals.language}/feed.xml`,
      card: `/og/${locals.language}/municipalities.png`,
    },
  };
};
