import { priorityMeta } from '#features/monitoring/priority-meta.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showPriority(locals.app, params.key);
  return { page, meta: priorityMeta(page, locals.language, locals.app.config.publicUrl) };
};
