import { showPublishedAnswers } from '#features/questionnaires/server/results.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { questionnaire, publishedOn, counts, texts } = await showPublishedAnswers(locals.app, params.code);
  const { municipality, municipalityKey, organisation, purpose, questions } = questionnaire;
  const title = pickText(questionnaire.title, locals.language);
  return {
    asked: { municipality, municipalityKey, organisation, title: questionnaire.title, purpose, questions },
    publishedOn,
    counts,
    texts,
    meta: { title: translator(locals.language)('questionnaires.results.title', { title }) },
  };
};
