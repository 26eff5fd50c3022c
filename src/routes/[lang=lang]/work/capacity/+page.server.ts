import { listAssessing } from '#features/capacity/server/assessing.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  assessing: await listAssessing(locals.app, locals.actor),
  meta: { title: translator(locals.language)('capacity.title'), noindex: true },
});
