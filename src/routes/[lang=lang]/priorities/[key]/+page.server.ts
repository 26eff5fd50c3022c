import { priorityMeta } from '#features/monitoring/priority-meta.ts';
import { priorityFilter } from '#features/monitoring/schema.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { queryOf } from '#i18n/query.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = priorityFilter.parse(queryOf(url.searchParams));
  const page = await showPriority(locals.app, params.key, undefined, filter['as-of']);
  return { page, meta: priorityMeta(page, locals.language, locals.app.config.publicUrl) };
};
