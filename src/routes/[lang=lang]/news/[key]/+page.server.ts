import { showArticle } from '#features/articles/server/service.ts';
import { articleJsonLd } from '#features/articles/structured-data.ts';
import { pickText } from '#i18n/languages.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const article = await showArticle(app, params.key);
  return {
    article,
    meta: {
      title: pickText(article.title, language),
      description: pickText(article.summary, language),
      card: `/og/${language}/news/${article.key}.png`,
      feed: `/${language}/feed.xml`,
      jsonLd: articleJsonLd(article, language, app.config.publicUrl),
    },
  };
};
