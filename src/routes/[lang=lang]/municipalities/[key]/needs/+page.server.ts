import { needFilter } from '#features/places/schema.ts';
import { showNeeds } from '#features/places/server/needs-page.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { after } = needFilter.parse(queryOf(url.searchParams));
  const page = await showNeeds(locals.app, params.key, after);
  const t = translator(locals.language);
  const { name } = page.municipality;
  return {
    page,
    meta: {
      title: t('needs.of', { name }),
      description: t('needs.note'),
      canonicalQuery: ['after'],
    },
  };
};
