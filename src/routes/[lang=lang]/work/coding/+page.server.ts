import { showCoding } from '#features/coding/server/lists.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  page: await showCoding(locals.app, locals.actor),
  meta: { title: translator(locals.language)('coding.title'), noindex: true },
});
