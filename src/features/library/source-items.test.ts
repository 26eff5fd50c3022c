import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { sourceItems } from './source-items.ts';
import type { Source } from './source.ts';

const source: Source = {
  key: 'a',
  title: 'Members',
  publisher: null,
  url: 'https://example.org/d/1/',
  language: 'en',
  publishedOn: null,
  licence: null,
  note: { sq: 'Faqja nuk dihet.', en: 'The page is not known.' },
};
const items = (...sources: Source[]) =>
  sourceItems(sources, 'en', formatsFor('en'), translator('en')).map(({ address, note }) => ({
    address,
    note,
  }));

test('sources of one title are told apart by their addresses', () => {
  expect(items(source, { ...source, key: 'b', url: 'https://example.org/d/2' })).toEqual([
    { address: 'example.org/d/1', note: undefined },
    { address: 'example.org/d/2', note: undefined },
  ]);
});

test('a source of a title of its own shows no address', () => {
  expect(items(source, { ...source, key: 'b', title: 'Report' })[0]?.address).toBeUndefined();
});

test('a source without an address says what is not known of it', () => {
  expect(items({ ...source, url: null })).toEqual([{ address: undefined, note: 'The page is not known.' }]);
});
