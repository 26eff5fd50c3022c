import { languages } from '#i18n/languages.ts';
import type { RequestHandler } from './$types.js';

/** Everything may be read by anyone; pages of search results are no content of their own. */
export const GET: RequestHandler = ({ locals }) => {
  const lines = [
    'User-agent: *',
    ...languages.map((language) => `Disallow: /${language}/search`),
    '',
    `Sitemap: ${locals.app.config.publicUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
