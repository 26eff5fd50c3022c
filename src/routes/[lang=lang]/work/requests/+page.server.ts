import { requestFilter } from '#features/evidence/requests/schema.ts';
import { listRequests } from '#features/evidence/server/requests/listing.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = requestFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listRequests(locals.app, locals.actor, filter),
    meta: { title: translator(locals.language)('requests.title'), noindex: true },
  };
};
