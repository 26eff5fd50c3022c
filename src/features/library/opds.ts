import { addressOfDoi } from './doi.ts';
import { namesOf, ownTitle, type Work } from './work.ts';

interface Link {
  rel: string;
  href: string;
  type?: string;
  title?: string;
}

export interface Feed {
  title: string;
  self: string;
  next: string | undefined;
  /** The page that people read. */
  page: string;
  search: string;
}

const opds = 'application/opds+json';

function given(name: string, value: unknown) {
  const isEmpty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { [name]: value };
}

function publicationOf(work: Work, address: string, publicUrl: string) {
  const links: Link[] = [
    { rel: 'self', href: address, type: 'text/html' },
    ...work.files.map(({ sha256, mediaType }) => ({
      rel: 'http://opds-spec.org/acquisition/open-access',
      href: `${publicUrl}/files/${sha256}`,
      type: mediaType,
    })),
    ...(work.url === null ? [] : [{ rel: 'alternate', href: work.url, type: 'text/html' }]),
  ];
  return {
    metadata: {
      '@type': work.isbn === null ? 'http://schema.org/CreativeWork' : 'http://schema.org/Book',
      title: ownTitle(work),
      ...given(
        'identifier',
        work.isbn === null ? (work.doi && addressOfDoi(work.doi)) || address : `urn:isbn:${work.isbn}`,
      ),
      ...given('author', namesOf(work, 'author')),
      ...given('editor', namesOf(work, 'editor')),
      ...given('language', [
        ...new Set([work.language, ...work.otherLanguages].filter((one) => one !== null)),
      ]),
      ...given('publisher', work.publisher),
      ...given('published', work.publishedOn),
      ...given('description', work.summary?.sq || work.summary?.en),
      ...given('subject', work.subjects),
      ...given('numberOfPages', work.pages),
    },
    links,
  };
}

/** A page of the library as an OPDS 2.0 feed, for reading programs. */
export function opdsFeed(
  feed: Feed,
  works: readonly { work: Work; address: string }[],
  publicUrl: string,
): Record<string, unknown> {
  const links = [
    { rel: 'self', href: feed.self, type: opds },
    { rel: 'alternate', href: feed.page, type: 'text/html' },
    { rel: 'search', href: feed.search, type: opds, templated: true },
    ...(feed.next === undefined ? [] : [{ rel: 'next', href: feed.next, type: opds }]),
  ];
  return {
    metadata: { title: feed.title },
    links,
    publications: works.map(({ work, address }) => publicationOf(work, address, publicUrl)),
  };
}
