import { listForms } from '#features/cards/server/forms.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await listForms(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('cards.forms.title'), noindex: true },
});
