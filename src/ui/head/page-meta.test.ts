import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalPath, inLanguage, serialiseJsonLd, shortened } from './page-meta.ts';

test('no text in JSON-LD can close its script element', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const serialised = serialiseJsonLd({ text: `${text}</script>` });
      return !serialised.includes('<') && JSON.parse(serialised).text === `${text}</script>`;
    }),
  );
});

test('the canonical address keeps only the parameters that make a page of its own', () => {
  const url = new URL('https://x.example/en/monitoring?round=2019-2020&utm=1&after=');
  expect(canonicalPath(url, ['round', 'after'])).toBe('/en/monitoring?round=2019-2020');
  expect(canonicalPath(url, [])).toBe('/en/monitoring');
});

test('a page has the same path in every language but for its head', () => {
  expect(inLanguage('/sq/contracts/fier-2019?x=1', 'en')).toBe('/en/contracts/fier-2019?x=1');
  expect(inLanguage('/sq', 'en')).toBe('/en');
  expect(inLanguage('/sq?q=a', 'en')).toBe('/en?q=a');
});

test('a description is one line of whole words, from the first paragraph', () => {
  expect(shortened('Një  rresht\nie dy.\n\nTjetër paragraf.')).toBe('Një rresht ie dy.');
  const long = shortened(`${'fjalë '.repeat(60)}fund`);
  expect(long.length).toBeLessThanOrEqual(201);
  expect(long).toMatch(/fjalë…$/);
});
