import { showQuestionnaire } from '#features/questionnaires/server/work.ts';
import { pickText } from '#i18n/languages.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { questionnaire } = await showQuestionnaire(locals.app, locals.actor, params.questionnaire);
  return {
    questionnaire,
    meta: { title: pickText(questionnaire.title, locals.language), noindex: true },
  };
};
