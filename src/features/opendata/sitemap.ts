import { defaultLanguage, languages } from '#i18n/languages.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

/** Pages in one file: with an address per language, well under the 50,000 that the protocol allows. */
export const pagesPerSitemap = 10_000;

function entry(publicUrl: string, path: string): string {
  const address = (language: string) => escapeXml(`${publicUrl}/${language}${path}`);
  const forLanguages: readonly (readonly [string, string])[] = [
    ...languages.map((language) => [language, address(language)] as const),
    ['x-default', address(defaultLanguage)],
  ];
  const alternates = forLanguages
    .map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
    .join('');
  return languages.map((language) => `<url><loc>${address(language)}</loc>${alternates}</url>\n`).join('');
}

/** A file of the sitemap: each page in every language, with its other languages beside it. @param paths without language */
export function sitemapOf(publicUrl: string, paths: readonly string[]): string {
  return `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map((path) => entry(publicUrl, path)).join('')}</urlset>
`;
}

/** The list of the files, where one cannot hold all pages. */
export function sitemapIndexOf(publicUrl: string, parts: number): string {
  const files = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escapeXml(`${publicUrl}/sitemap-${index + 1}.xml`)}</loc></sitemap>\n`,
  );
  return `${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.join('')}</sitemapindex>
`;
}
