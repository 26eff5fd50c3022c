import { showVersion } from '#features/methodology/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const version = await showVersion(locals.app, params.number);
  return {
    version,
    meta: {
      title: t('methodology.version-title', { number: version.number }),
      description: t('methodology.versions-lede'),
    },
  };
};
