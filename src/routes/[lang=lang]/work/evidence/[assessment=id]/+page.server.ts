import { itemFilter } from '#features/evidence/schema.ts';
import { listItems } from '#features/evidence/server/items.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = itemFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listItems(locals.app, locals.actor, params.assessment, filter),
    meta: { title: translator(locals.language)('evidence.work'), noindex: true },
  };
};
