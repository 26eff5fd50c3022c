import { cite } from '#features/library/citation.ts';
import { dublinCore, workJsonLd } from '#features/library/dublin-core.ts';
import { publicationFilter } from '#features/library/schema.ts';
import { addressOf } from '#features/library/server/exports.ts';
import { showPublication } from '#features/library/server/works.ts';
import { pickText } from '#i18n/languages.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const t = translator(language);
  const filter = publicationFilter.parse(queryOf(url.searchParams));
  const page = await showPublication(app, params.key, { ...filter, language });
  const address = addressOf(app, language, page.work);
  const words = { editors: t('publication.editors-short'), undated: t('publication.undated') };
  const description = pickText(page.work.summary, language);
  return {
    page,
    citation: cite(page.work, words, address, pickText(page.work.organisationName, language)),
    dublinCore: dublinCore(page.work, address),
    meta: {
      title: pickText(page.work.title, language),
      ...(description === '' ? {} : { description }),
      jsonLd: workJsonLd(page.work, address, app.config.publicUrl),
      canonicalQuery: ['version'],
    },
  };
};
