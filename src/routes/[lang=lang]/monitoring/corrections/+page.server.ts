import { correctionFilter } from '#features/monitoring/schema.ts';
import { listPublicCorrections } from '#features/monitoring/server/corrections.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const { after } = correctionFilter.parse(queryOf(url.searchParams));
  return {
    page: await listPublicCorrections(locals.app, after),
    meta: { title: t('correction.title'), description: t('correction.lede'), canonicalQuery: ['after'] },
  };
};
