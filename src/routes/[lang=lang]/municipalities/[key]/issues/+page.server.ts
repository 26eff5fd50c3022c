import { showIssueScores } from '#features/cards/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showIssueScores(locals.app, params.key);
  const t = translator(locals.language);
  const { name } = page.municipality;
  return {
    page,
    meta: { title: t('cards.public.title', { name }), description: t('cards.public.lede') },
  };
};
