import { pick, pickText, type Language } from '#i18n/languages.ts';
import type { ShownArticle } from './server/service.ts';

/** An article as schema.org has them; a letter and an opinion are someone's own. */
export function articleJsonLd(article: ShownArticle, language: Language, publicUrl: string) {
  const title = pick(article.title, language);
  return {
    '@context': 'https://schema.org',
    '@type': article.kind === 'news' ? 'NewsArticle' : 'OpinionNewsArticle',
    headline: title?.text ?? '',
    description: pickText(article.summary, language),
    inLanguage: title?.language ?? language,
    url: `${publicUrl}/${language}/news/${article.key}`,
    ...(article.publishedOn === null ? {} : { datePublished: article.publishedOn }),
    ...(article.changes[0] ? { dateModified: article.changes[0].changedOn } : {}),
    ...(article.authors.length > 0
      ? { author: article.authors.map(({ name }) => ({ '@type': 'Person', name })) }
      : {}),
    ...(article.organisationName || article.publisher
      ? {
          publisher: {
            '@type': 'Organization',
            name: article.publisher ?? pickText(article.organisationName, language),
          },
        }
      : {}),
    ...(article.pictures.length > 0
      ? { image: article.pictures.map(({ sha256 }) => `${publicUrl}/files/${sha256}`) }
      : {}),
    ...(article.url === null ? {} : { isBasedOn: article.url }),
  };
}
