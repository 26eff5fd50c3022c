import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseDoi } from './doi.ts';
import { normaliseIsbn } from './isbn.ts';

test.each([
  ['978-99943-1-234-1', undefined],
  ['978-0-306-40615-7', '9780306406157'],
  ['0-306-40615-2', '9780306406157'],
  ['ISBN 080442957X', '9780804429573'],
  ['ISBN-13: 979-10-90636-07-1', '9791090636071'],
  ['080442957x', '9780804429573'],
  ['0-306-40615-3', undefined],
  ['978-0-306-40615-8', undefined],
  ['1234567890123', undefined],
  ['', undefined],
  ['nuk ka', undefined],
])('an ISBN %j is read as %s', (typed, digits) => {
  expect(normaliseIsbn(typed)).toBe(digits);
});

const twelve = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((d) => `978${d.join('')}`);
const whole = twelve.map(
  (start) =>
    Array.from({ length: 10 }, (_, last) => `${start}${last}`).find((one) => normaliseIsbn(one)) ?? '',
);

test('one mistaken digit is always found', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (isbn, at, more) => {
      expect(isbn).toMatch(/^\d{13}$/);
      const digit = (Number(isbn[at]) + more) % 10;
      expect(normaliseIsbn(`${isbn.slice(0, at)}${digit}${isbn.slice(at + 1)}`)).toBeUndefined();
    }),
  );
});

test.each([
  ['10.1000/182', '10.1000/182'],
  ['https://doi.org/10.1000/ABC', '10.1000/abc'],
  ['doi: 10.1000/a b', undefined],
  ['DOI:10.5281/zenodo.1', '10.5281/zenodo.1'],
  ['http://dx.doi.org/10.1000/182', '10.1000/182'],
  ['11.1000/182', undefined],
  ['', undefined],
])('a DOI %j is read as %s', (typed, name) => {
  expect(normaliseDoi(typed)).toBe(name);
});
