import { addressOfDoi } from './doi.ts';
import { namesOf, ownTitle, type Work } from './work.ts';

/** The fifteen elements of Dublin Core, as far as they are known of a work: element and value. */
export function dublinCore(work: Work, address: string): [string, string][] {
  const all: [string, string | null | undefined][] = [
    ['title', ownTitle(work)],
    ...namesOf(work, 'author').map((name): [string, string] => ['creator', name]),
    ...namesOf(work, 'editor').map((name): [string, string] => ['contributor', name]),
    ...work.subjects.map((subject): [string, string] => ['subject', subject]),
    ['description', work.summary?.sq],
    ['description', work.summary?.en],
    ['publisher', work.publisher],
    ['date', work.publishedOn],
    ['type', 'Text'],
    ...work.files.map(({ mediaType }): [string, string] => ['format', mediaType]),
    ['identifier', address],
    ['identifier', work.isbn && `urn:isbn:${work.isbn}`],
    ['identifier', work.doi && addressOfDoi(work.doi)],
    ['language', work.language],
    ...work.otherLanguages.map((language): [string, string] => ['language', language]),
    ['rights', work.licence],
  ];
  const told = new Set<string>();
  return all.flatMap(([element, value]) => {
    if (!value || told.has(`${element} ${value}`)) return [];
    told.add(`${element} ${value}`);
    return [[element, value]];
  });
}

/** The same for search engines, as schema.org says it. */
export function workJsonLd(work: Work, address: string, publicUrl: string): Record<string, unknown> {
  const named = (names: readonly string[]) => names.map((name) => ({ '@type': 'Thing', name }));
  const given = (name: string, value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
  return {
    '@context': 'https://schema.org',
    '@type': work.kind === 'book' || work.isbn !== null ? 'Book' : 'Report',
    name: ownTitle(work),
    url: address,
    ...given('author', named(namesOf(work, 'author'))),
    ...given('editor', named(namesOf(work, 'editor'))),
    ...given('datePublished', work.publishedOn),
    ...given('publisher', work.publisher && { '@type': 'Organization', name: work.publisher }),
    ...given('inLanguage', [work.language, ...work.otherLanguages].filter(Boolean)),
    ...given('about', work.subjects),
    ...given('isbn', work.isbn),
    ...given('sameAs', work.doi && addressOfDoi(work.doi)),
    ...given('numberOfPages', work.pages),
    ...given('license', work.licence),
    ...given(
      'encoding',
      work.files.map(({ sha256, mediaType, size, language }) => ({
        '@type': 'MediaObject',
        contentUrl: `${publicUrl}/files/${sha256}`,
        encodingFormat: mediaType,
        contentSize: String(size),
        inLanguage: language,
      })),
    ),
  };
}
