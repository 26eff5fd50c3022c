import { showSources } from '#features/library/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    ...(await showSources(locals.app)),
    meta: { title: t('library.sources'), description: t('library.sources-note') },
  };
};
