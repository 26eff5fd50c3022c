import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtexOf } from './bibtex.ts';
import { cite } from './citation.ts';
import { dublinCore, workJsonLd } from './dublin-core.ts';
import { opdsFeed } from './opds.ts';
import { risOf } from './ris.ts';
import type { Work } from './work.ts';

const work: Work = {
  path: 'publications/uji-2026',
  kind: 'report',
  title: { sq: 'Uji në fshat', en: 'Water in the village' },
  summary: { sq: 'Sa orë.' },
  authors: [
    { name: 'Hoxha, Besa', role: 'author' },
    { name: 'Qendra', role: 'author' },
    { name: 'Dervishi, Arta', role: 'editor' },
  ],
  publishedOn: '2026-05',
  publisher: 'Botimet',
  place: 'Fier',
  series: null,
  subjects: ['uji'],
  isbn: '9780306406157',
  doi: null,
  pages: 40,
  language: 'sq',
  otherLanguages: ['en'],
  licence: null,
  url: null,
  files: [],
};
const words = { editors: '(red.)', undated: 'pa datë' };
const address = 'https://pop.example/sq/publications/uji-2026';
const anything = fc.record({
  ...Object.fromEntries(
    (['publisher', 'place', 'series', 'licence'] as const).map((name) => [name, fc.option(fc.string())]),
  ),
  title: fc.record({ sq: fc.string({ minLength: 1 }) }),
  subjects: fc.array(fc.string()),
});

test('a work is cited by its authors, year, own title, place and publisher, and where it is read', () => {
  expect(cite(work, words, address)).toBe(
    `Hoxha, Besa; Qendra (2026). Uji në fshat. Fier: Botimet. ISBN 9780306406157. ${address}`,
  );
});

test('without authors its editors stand first, then who brought it out, then the title', () => {
  const editors = work.authors.slice(2);
  expect(cite({ ...work, authors: editors }, words, address)).toMatch(
    /^Dervishi, Arta \(red\.\) \(2026\)\. Uji/,
  );
  expect(cite({ ...work, authors: [] }, words, address, 'Rrjeti')).toMatch(/^Rrjeti \(2026\)\. Uji/);
  expect(cite({ ...work, authors: [], publishedOn: null }, words, address)).toMatch(
    /^Uji në fshat \(pa datë\)\. Fier/,
  );
});

test('a DOI stands for the address', () => {
  expect(cite({ ...work, doi: '10.1000/182' }, words, address)).toMatch(
    /\. https:\/\/doi\.org\/10\.1000\/182$/,
  );
});

test('BibTeX keeps the signs of a title as they are, and a name of several words as one', () => {
  const text = bibtexOf({ ...work, title: { sq: 'Uji & ne: 100% {x}_y' } }, address);
  expect(text).toContain('@techreport{uji-2026,');
  expect(text).toContain(String.raw`title = {{Uji \& ne: 100\% \{x\}\_y}}`);
  expect(text).toContain('author = {Hoxha, Besa and {Qendra}}');
});

test('whatever a work says, its BibTeX has as many braces that open as close', () => {
  fc.assert(
    fc.property(anything, (some) => {
      const bare = bibtexOf({ ...work, ...some }, address).replaceAll(/\\[{}]/g, '');
      expect(bare.split('{').length).toBe(bare.split('}').length);
    }),
  );
});

test('whatever a work says, each line of its RIS is a tag and a value, and the last one ends it', () => {
  fc.assert(
    fc.property(anything, (some) => {
      const lines = risOf({ ...work, ...some }, address).split('\r\n');
      expect(lines.at(0)).toBe('TY  - RPRT');
      expect(lines.slice(-2)).toEqual(['ER  - ', '']);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    }),
  );
});

test('Dublin Core names authors as creators, editors as contributors, every number and language', () => {
  const elements = dublinCore(work, address);
  const of = (wanted: string) => elements.filter(([element]) => element === wanted).map(([, value]) => value);
  expect(of('creator')).toEqual(['Hoxha, Besa', 'Qendra']);
  expect(of('contributor')).toEqual(['Dervishi, Arta']);
  expect(of('identifier')).toEqual([address, 'urn:isbn:9780306406157']);
  expect(of('language')).toEqual(['sq', 'en']);
});

test('search engines are told of a file with its kind and size', () => {
  const file = { sha256: 'a'.repeat(64), language: 'sq', mediaType: 'application/pdf', size: 9, pages: 1 };
  expect(workJsonLd({ ...work, files: [file] }, address, 'https://pop.example')).toMatchObject({
    '@type': 'Book',
    encoding: [{ contentUrl: `https://pop.example/files/${file.sha256}`, encodingFormat: 'application/pdf' }],
  });
});

test('a feed of the library says what comes next, and where each file is', () => {
  const file = { sha256: 'b'.repeat(64), language: 'sq', mediaType: 'application/pdf', size: 9, pages: 1 };
  const feed = opdsFeed(
    { title: 'Biblioteka', self: 'self', next: 'next', page: 'page', search: 'search' },
    [{ work: { ...work, files: [file] }, address }],
    'https://pop.example',
  );
  expect(feed['links']).toContainEqual({ rel: 'next', href: 'next', type: 'application/opds+json' });
  expect(feed['publications']).toMatchObject([
    {
      metadata: { identifier: 'urn:isbn:9780306406157', language: ['sq', 'en'] },
      links: [
        { rel: 'self' },
        {
          rel: 'http://opds-spec.org/acquisition/open-access',
          href: `https://pop.example/files/${file.sha256}`,
        },
      ],
    },
  ]);
});
