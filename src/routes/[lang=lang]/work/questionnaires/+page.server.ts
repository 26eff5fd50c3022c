import { listQuestionnaires } from '#features/questionnaires/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await listQuestionnaires(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('questionnaires.title'), noindex: true },
});
