import { listPlanPages } from '#features/events/server/plan-links.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  planPages: await listPlanPages(locals.app, locals.actor, params.key),
});
