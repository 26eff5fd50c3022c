import { showExperience } from '#features/experiences/server/public.ts';
import { pickText } from '#i18n/languages.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals;
  const page = await showExperience(locals.app, params.key);
  const title = pickText(page.title, language);
  return {
    page,
    meta: {
      title,
      description: pickText(page.summary, language),
      feed: `/${language}/feed.xml`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: title,
        datePublished: page.publishedOn,
      },
    },
  };
};
