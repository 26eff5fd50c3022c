import { listBatches } from '#features/cards/server/batches.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await listBatches(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('cards.title'), noindex: true },
});
