import { isDated } from '#features/monitoring/as-of.ts';
import { correctionFilter } from '#features/monitoring/schema.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { listPublicCorrections } from '#features/monitoring/server/corrections.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const t = translator(locals.language);
  const { after } = correctionFilter.parse(queryOf(url.searchParams));
  const asOf = await asOfPage({ locals, url, setHeaders });
  return {
    asOf,
    page: await listPublicCorrections(locals.app, after, asOf.shownAs),
    meta: {
      noindex: isDated(asOf),
      title: t('correction.title'),
      description: t('correction.lede'),
      canonicalQuery: ['after'],
    },
  };
};
