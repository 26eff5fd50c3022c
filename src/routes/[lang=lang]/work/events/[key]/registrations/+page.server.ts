import { listFilter } from '#features/registration/list.ts';
import { showList } from '#features/registration/server/list-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = listFilter.parse(queryOf(url.searchParams));
  const page = await showList(locals.app, locals.actor, params.key, filter);
  return { page, meta: { title: translator(locals.language)('registration.list'), noindex: true } };
};
