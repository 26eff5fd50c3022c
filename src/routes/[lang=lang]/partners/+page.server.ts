import { listPartners } from '#features/network/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    partners: await listPartners(locals.app),
    meta: { title: t('partners.title'), description: t('partners.lede') },
  };
};
