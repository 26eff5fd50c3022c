import { showCapacity } from '#features/capacity/server/public.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    capacity: await showCapacity(locals.app),
    meta: { title: t('capacity.title'), description: t('capacity.lede') },
  };
};
