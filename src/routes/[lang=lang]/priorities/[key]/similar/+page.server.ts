import { showSimilar } from '#features/experiences/server/similar.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals;
  const page = await showSimilar(locals.app, params.key);
  const t = translator(language);
  return {
    page,
    meta: {
      title: t('experience.similar'),
      description: pickText(page.priority.statement, language),
    },
  };
};
