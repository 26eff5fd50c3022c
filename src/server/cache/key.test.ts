import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTarget, normaliseQuery } from './key.ts';

test('parameters stand in the order of their names, those of one name in theirs', () => {
  expect(normaliseQuery('year=2021&kind=b&&kind=a&area')).toBe('area&kind=b&kind=a&year=2021');
});

test('what newsletters add is dropped', () => {
  expect(normaliseQuery('utm_source=a&q=rruga&fbclid=b&gclid=c&utm_campaign=d')).toBe('q=rruga');
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      expect(normaliseQuery(normaliseQuery(query))).toBe(normaliseQuery(query));
    }),
  );
});

test('a page without a query has no question mark', () => {
  expect([joinTarget('/sq', ''), joinTarget('/sq', 'a=1')]).toEqual(['/sq', '/sq?a=1']);
});
