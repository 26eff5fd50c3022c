import { showArticle } from '#features/library/server/service.ts';
import { pickText } from '#i18n/languages.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals;
  const article = await showArticle(locals.app, params.key);
  const title = pickText(article.title, language);
  return {
    article,
    meta: {
      title,
      description: pickText(article.summary, language),
      feed: `/${language}/feed.xml`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: title,
        datePublished: article.publishedOn,
      },
    },
  };
};
