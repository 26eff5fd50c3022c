import { showDeclaring } from '#features/declarations/server/declarations.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  declaring: await showDeclaring(locals.app, locals.actor),
  meta: { title: translator(locals.language)('declarations.work'), noindex: true },
});
