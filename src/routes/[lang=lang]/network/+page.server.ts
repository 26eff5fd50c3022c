import { showYears } from '#features/yearly/server/yearly.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    figures: await showYears(locals.app),
    meta: { title: t('yearly.title'), description: t('yearly.lede') },
  };
};
