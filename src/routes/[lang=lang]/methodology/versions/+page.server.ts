import { listVersions } from '#features/methodology/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    versions: await listVersions(locals.app),
    meta: { title: t('methodology.versions'), description: t('methodology.versions-lede') },
  };
};
