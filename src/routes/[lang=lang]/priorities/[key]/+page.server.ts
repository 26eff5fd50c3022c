import { isDated } from '#features/monitoring/as-of.ts';
import { priorityMeta } from '#features/monitoring/priority-meta.ts';
import { asOfPage } from '#features/monitoring/server/as-of.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const asOf = await asOfPage({ locals, url, setHeaders });
  const page = await showPriority(locals.app, params.key, undefined, asOf);
  const meta = priorityMeta(page, locals.language, locals.app.config.publicUrl);
  return { page, asOf, meta: { ...meta, noindex: isDated(asOf) } };
};
