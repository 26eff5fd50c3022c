import { expect, test } from 'vitest';
import { chooseEncoding, isCompressible } from './encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['br;q=nonsense', 'br'],
])('Accept-Encoding %s: %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

test.each([
  ['text/html; charset=utf-8', true],
  ['text/csv', true],
  ['application/json', true],
  ['application/problem+json', true],
  ['application/atom+xml', true],
  ['image/svg+xml', true],
  ['image/png', false],
  ['application/pdf', false],
  ['application/zip', false],
])('%s compresses: %s', (type, compressible) => {
  expect(isCompressible(type)).toBe(compressible);
});
