import { showContext } from '#features/context/server/service.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    page: await showContext(locals.app),
    meta: {
      title: t('nav.context'),
      description: t('context.lede'),
      feed: `/${locals.language}/feed.xml`,
    },
  };
};
