import { cite } from '#features/library/citation.ts';
import { dublinCore, workJsonLd } from '#features/library/dublin-core.ts';
import { addressOf } from '#features/library/server/exports.ts';
import { showItem } from '#features/library/server/works.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const t = translator(language);
  const item = await showItem(app, `${params.organisation}/${params.item}`);
  const address = addressOf(app, language, item);
  const words = { editors: t('publication.editors-short'), undated: t('publication.undated') };
  return {
    item,
    citation: cite(item, words, address),
    dublinCore: dublinCore(item, address),
    meta: {
      title: pickText(item.title, language),
      jsonLd: workJsonLd(item, address, app.config.publicUrl),
    },
  };
};
