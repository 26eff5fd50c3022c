import { priorityMeta } from '#features/monitoring/priority-meta.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { notFound } from '#server/errors.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { key, round, version } = params;
  if (!/^[1-9]\d{0,3}$/.test(version)) throw notFound(`version ${version}`);
  const page = await showPriority(locals.app, key, { round, version: Number(version) });
  return { page, meta: priorityMeta(page, locals.language, locals.app.config.publicUrl) };
};
