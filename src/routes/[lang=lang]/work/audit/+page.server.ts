import { auditFilter } from '#features/audit/schema.ts';
import { searchAudit } from '#features/audit/server/service.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = translator(locals.language);
  const filter = auditFilter.parse(queryOf(url.searchParams));
  return {
    filter,
    page: await searchAudit(locals.app, locals.actor, filter),
    meta: { title: t('audit.title'), noindex: true },
  };
};
