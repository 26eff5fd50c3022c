import { isDated } from '#features/monitoring/as-of.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { municipalityFilter } from '#features/places/schema.ts';
import { listOverviews } from '#features/places/server/overview.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const t = translator(locals.language);
  const filter = municipalityFilter.parse(queryOf(url.searchParams));
  const asOf = await asOfPage({ locals, url, setHeaders });
  return {
    asOf,
    filter,
    overviews: await listOverviews(locals.app, filter, locals.language, asOf),
    meta: {
      noindex: isDated(asOf),
      title: t('nav.municipalities'),
      description: t('municipalities.lede'),
      canonicalQuery: ['county', 'after'],
      feed: `/${locals.language}/feed.xml`,
      card: `/og/${locals.language}/municipalities.png`,
    },
  };
};
