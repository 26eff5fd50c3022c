import { showSeals } from '#features/coding/server/seals.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showSeals(locals.app, locals.actor, params.task),
  meta: { title: translator(locals.language)('coding.seals.title'), noindex: true },
});
