import { listForums } from '#features/forums/server/public.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    forums: await listForums(locals.app),
    meta: { title: t('forum.all'), description: t('forum.all-lede') },
  };
};
