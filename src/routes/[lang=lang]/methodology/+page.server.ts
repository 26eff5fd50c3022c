import { listCodebooks } from '#features/monitoring/server/codebooks.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    codebooks: await listCodebooks(locals.app),
    meta: { title: t('nav.methodology'), description: t('methodology.lede') },
  };
};
