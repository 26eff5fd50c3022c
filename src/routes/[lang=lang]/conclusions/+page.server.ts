import { conclusionFilter } from '#features/conclusions/schema.ts';
import { listConclusions } from '#features/conclusions/server/public.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = conclusionFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    list: await listConclusions(locals.app, filter),
    meta: { title: t('conclusion.title'), description: t('conclusion.lede') },
  };
};
