import { showAbout } from '#features/overview/server/about.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    about: await showAbout(locals.app),
    meta: { title: t('nav.about'), description: t('about.lede') },
  };
};
