import { showLibrary } from '#features/library/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    library: await showLibrary(locals.app),
    meta: { title: t('nav.library'), description: t('library.lede') },
  };
};
