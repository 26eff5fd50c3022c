import { listCorrections } from '#features/publishing/server/corrections.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  corrections: await listCorrections(locals.app, locals.actor),
  meta: { title: translator(locals.language)('publishing.corrections'), noindex: true },
});
