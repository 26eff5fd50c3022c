import { listDonors } from '#features/network/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    donors: await listDonors(locals.app),
    meta: { title: t('nav.donors'), description: t('donors.lede') },
  };
};
