import { comparedVersions } from '#features/contracts/draft-schema.ts';
import { showTwoVersions } from '#features/contracts/server/drafting/versions.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const numbers = comparedVersions.parse(queryOf(url.searchParams));
  const title = translator(locals.language)('drafting.compare');
  return {
    page: await showTwoVersions(locals.app, locals.actor, params.id, numbers),
    title,
    meta: { title, noindex: true },
  };
};
