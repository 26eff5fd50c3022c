import { eventFilter } from '#features/events/schema.ts';
import { listEvents } from '#features/events/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = eventFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listEvents(locals.app, filter),
    meta: {
      title: t('nav.events'),
      description: t('events.lede'),
      canonicalQuery: ['kind', 'year', 'municipality', 'after'],
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
