import { shelfFilter } from '#features/library/schema.ts';
import { listShelf } from '#features/library/server/shelf.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = shelfFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    shelf: await listShelf(locals.app, locals.actor, filter),
    meta: { title: translator(locals.language)('library.shelves'), noindex: true },
  };
};
