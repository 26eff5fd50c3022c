import { sessionFilter } from '#features/listening/schema.ts';
import { listSessions } from '#features/listening/server/sessions.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = sessionFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listSessions(locals.app, locals.actor, filter),
    meta: { title: translator(locals.language)('listening.title'), noindex: true },
  };
};
