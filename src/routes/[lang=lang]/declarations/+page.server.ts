import { listDeclaring } from '#features/declarations/server/declarations.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
  const t = translator(locals.language);
  return {
    declaring: await listDeclaring(locals.app),
    meta: { title: t('declarations.title'), description: t('declarations.lede') },
  };
};
